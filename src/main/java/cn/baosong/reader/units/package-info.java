/** The registry of units, a CSV file or workbook that the office edits. */
@NullMarked
package cn.baosong.reader.units;

import org.jspecify.annotations.NullMarked;
