/**
 * Mailboxes by camel-mail, made safe in the hooks that it offers: session, message ids, ledger,
 * poll strategy, header filter (ADR 0013).
 */
@NullMarked
package cn.baosong.camel.mail;

import org.jspecify.annotations.NullMarked;
