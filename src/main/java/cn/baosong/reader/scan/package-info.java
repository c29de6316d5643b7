/** Scans of printed forms: finds the codes on their pages, whatever the scanner did to them. */
@NullMarked
package cn.baosong.reader.scan;

import org.jspecify.annotations.NullMarked;
