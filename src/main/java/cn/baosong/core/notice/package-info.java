/** From decisions and wording to letters (文书). */
@NullMarked
package cn.baosong.core.notice;

import org.jspecify.annotations.NullMarked;
