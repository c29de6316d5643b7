/** Reads the list of candidates (报送清单) from whatever a clerk can make: workbook, CSV or JSON. */
@NullMarked
package cn.baosong.reader.sheet;

import org.jspecify.annotations.NullMarked;
