/** Mails written by hand, byte by byte, and what is read of them. */
@NullMarked
package cn.baosong.reader.mail;

import org.jspecify.annotations.NullMarked;
