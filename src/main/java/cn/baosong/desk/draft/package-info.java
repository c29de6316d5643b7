/**
 * A change of a call before it takes effect: drafted, checked, tried and published by two people.
 */
@NullMarked
package cn.baosong.desk.draft;

import org.jspecify.annotations.NullMarked;
