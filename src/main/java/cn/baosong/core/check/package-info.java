/** The checks: each a pure function from a unit's case to findings, every finding collected. */
@NullMarked
package cn.baosong.core.check;

import org.jspecify.annotations.NullMarked;
