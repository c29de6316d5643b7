/** 来信地址: whose mails wait, for whom their addresses speak, and who found that. */
@NullMarked
package cn.baosong.web.page.sender;

import org.jspecify.annotations.NullMarked;
