/** Mails as the world writes them: parsed in a stream, bounded, and never believed. */
@NullMarked
package cn.baosong.reader.mail;

import org.jspecify.annotations.NullMarked;
