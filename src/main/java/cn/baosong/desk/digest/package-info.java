/** What the operators of an office are told once a day. */
@NullMarked
package cn.baosong.desk.digest;

import org.jspecify.annotations.NullMarked;
