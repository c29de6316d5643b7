/** Offenders that prove the rules of the house able to fail. */
@NullMarked
package cn.baosong.architecture.offender.cli;

import org.jspecify.annotations.NullMarked;
