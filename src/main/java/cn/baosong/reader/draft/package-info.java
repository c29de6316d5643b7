/** The folders of calls as whoever drafts a change of them needs them. */
@NullMarked
package cn.baosong.reader.draft;

import org.jspecify.annotations.NullMarked;
