/**
 * The call (通知) as data: windows of time, force of a rule, consequence, quota, material, unit
 * kinds, options.
 */
@NullMarked
package cn.baosong.core.call;

import org.jspecify.annotations.NullMarked;
