/** 对账: how each channel lives, and what it holds that is not registered. */
@NullMarked
package cn.baosong.web.page.channel;

import org.jspecify.annotations.NullMarked;
