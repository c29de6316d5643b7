/**
 * The office under faults and attacks: hostile packages among good ones, and the office as its own
 * process, ended without warning, with an independent check of what is left.
 */
@NullMarked
package cn.baosong.faults;

import org.jspecify.annotations.NullMarked;
