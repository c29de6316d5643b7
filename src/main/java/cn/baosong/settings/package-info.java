/** Everything that can be set under {@code baosong.*}, as one validated tree. */
@NullMarked
package cn.baosong.settings;

import org.jspecify.annotations.NullMarked;
