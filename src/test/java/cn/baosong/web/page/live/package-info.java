/** Tests of the streams. */
@NullMarked
package cn.baosong.web.page.live;

import org.jspecify.annotations.NullMarked;
