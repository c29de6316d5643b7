/** Opens what a unit sent, however it was packed, without trusting a byte of it. */
@NullMarked
package cn.baosong.reader.archive;

import org.jspecify.annotations.NullMarked;
