/** Builds the desks and the rooms around them. */
@NullMarked
package cn.baosong.config;

import org.jspecify.annotations.NullMarked;
