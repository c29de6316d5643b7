/** What is odd about a call that loads: notes to its author that hinder nothing. */
@NullMarked
package cn.baosong.reader.lint;

import org.jspecify.annotations.NullMarked;
