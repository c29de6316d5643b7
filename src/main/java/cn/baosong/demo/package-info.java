/** A season played before a newcomer's eyes: packages that fall into the inbox by themselves. */
@NullMarked
package cn.baosong.demo;

import org.jspecify.annotations.NullMarked;
