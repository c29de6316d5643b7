/** The tables of reference that an office may edit: working days, titles, degrees, characters. */
@NullMarked
package cn.baosong.reader.data;

import org.jspecify.annotations.NullMarked;
