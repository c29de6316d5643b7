/** Parcels as a file states them, in the words of {@code POST /api/v1/paper}. */
@NullMarked
package cn.baosong.reader.parcel;

import org.jspecify.annotations.NullMarked;
