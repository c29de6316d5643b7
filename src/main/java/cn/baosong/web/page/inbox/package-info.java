/** 收件箱: what has come in, narrowed as a clerk asks, and kept up to date. */
@NullMarked
package cn.baosong.web.page.inbox;

import org.jspecify.annotations.NullMarked;
