/** One delivery: what it is, why it waits, and what a person does about it. */
@NullMarked
package cn.baosong.web.page.submission;

import org.jspecify.annotations.NullMarked;
