/** Pages and machine interface held against the real store, the rest of the office played. */
@NullMarked
package cn.baosong.web;

import org.jspecify.annotations.NullMarked;
