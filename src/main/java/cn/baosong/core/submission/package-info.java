/** A delivery (报送) and its evidence of time: channel, interval, trust class, digest. */
@NullMarked
package cn.baosong.core.submission;

import org.jspecify.annotations.NullMarked;
