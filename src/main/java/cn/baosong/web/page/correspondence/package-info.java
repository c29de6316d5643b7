/** 往来邮件: the mails that got no number, with the letter and the case that they belong to. */
@NullMarked
package cn.baosong.web.page.correspondence;

import org.jspecify.annotations.NullMarked;
