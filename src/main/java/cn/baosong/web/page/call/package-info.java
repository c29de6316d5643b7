/** 通知的编辑: a call is written, tried, handed to a second person and published. */
@NullMarked
package cn.baosong.web.page.call;

import org.jspecify.annotations.NullMarked;
