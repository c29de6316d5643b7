/** What the office does, one class per desk, and the ports that the desks need. */
@NullMarked
package cn.baosong.desk;

import org.jspecify.annotations.NullMarked;
