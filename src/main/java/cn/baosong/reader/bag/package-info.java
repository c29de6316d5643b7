/** BagIt 1.0 (RFC 8493), the strict form of a package: checked when it comes, written by pack. */
@NullMarked
package cn.baosong.reader.bag;

import org.jspecify.annotations.NullMarked;
