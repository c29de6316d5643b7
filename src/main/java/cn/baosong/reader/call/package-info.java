/** Reads the folders under {@code forms/} into calls, and says by line and key what is wrong. */
@NullMarked
package cn.baosong.reader.call;

import org.jspecify.annotations.NullMarked;
