/** Offenders that prove the rules of the house able to fail. */
@NullMarked
package cn.baosong.architecture.offender.json;

import org.jspecify.annotations.NullMarked;
