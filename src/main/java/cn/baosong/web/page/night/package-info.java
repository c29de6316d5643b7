/** 截止之夜: a call's last evening as it goes, and the report on it afterwards. */
@NullMarked
package cn.baosong.web.page.night;

import org.jspecify.annotations.NullMarked;
