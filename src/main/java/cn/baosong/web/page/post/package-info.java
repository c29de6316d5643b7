/** 寄发: letters on their way to addresses, and whom to ring up. */
@NullMarked
package cn.baosong.web.page.post;

import org.jspecify.annotations.NullMarked;
