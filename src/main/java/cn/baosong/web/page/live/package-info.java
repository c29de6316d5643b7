/** Tells open pages that the record has changed. */
@NullMarked
package cn.baosong.web.page.live;

import org.jspecify.annotations.NullMarked;
