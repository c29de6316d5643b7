/**
 * The office as its own process, ended without warning, and an independent check of what is left.
 */
@NullMarked
package cn.baosong.faults;

import org.jspecify.annotations.NullMarked;
