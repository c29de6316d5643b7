/** What office documents carry besides text: found by name and type, never run, opened, fetched. */
@NullMarked
package cn.baosong.reader.office;

import org.jspecify.annotations.NullMarked;
