/** 未报送单位: which units have not delivered, and what is done about it. */
@NullMarked
package cn.baosong.web.page.missing;

import org.jspecify.annotations.NullMarked;
