/** The last evening of a call: how long it still is, what came, and what was late and why. */
@NullMarked
package cn.baosong.desk.night;

import org.jspecify.annotations.NullMarked;
