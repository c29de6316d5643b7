/** Text on pictures, read by a program beside the office that can be missing. */
@NullMarked
package cn.baosong.reader.ocr;

import org.jspecify.annotations.NullMarked;
