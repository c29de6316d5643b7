/** The two front doors of a package, hand-made and strict, with one inner model behind them. */
@NullMarked
package cn.baosong.reader.pack;

import org.jspecify.annotations.NullMarked;
