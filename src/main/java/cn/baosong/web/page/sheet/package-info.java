/** Sheets to print on A4: the receipt of a delivery, and the intake register. */
@NullMarked
package cn.baosong.web.page.sheet;

import org.jspecify.annotations.NullMarked;
