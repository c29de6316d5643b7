/** The charsets of Chinese offices. */
@NullMarked
package cn.baosong.reader.text;

import org.jspecify.annotations.NullMarked;
