/** Letters as files: wording from the shipped resources; PDF, text and JSON on disk. */
@NullMarked
package cn.baosong.print;

import org.jspecify.annotations.NullMarked;
