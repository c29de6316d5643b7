/** The registry of units, a CSV file that the office edits. */
@NullMarked
package cn.baosong.reader.units;

import org.jspecify.annotations.NullMarked;
