/** The rules that every file of {@code routes/} holds, each proved able to fail. */
@NullMarked
package cn.baosong.routes;

import org.jspecify.annotations.NullMarked;
