/** 工作台: what is due, what waits, and whether the channels live. */
@NullMarked
package cn.baosong.web.page.desk;

import org.jspecify.annotations.NullMarked;
