/** Looks for marks of state secrecy in the text of files, as far as they have any. */
@NullMarked
package cn.baosong.reader.marking;

import org.jspecify.annotations.NullMarked;
