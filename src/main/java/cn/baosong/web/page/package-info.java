/** The pages that people look at, Chinese first. */
@NullMarked
package cn.baosong.web.page;

import org.jspecify.annotations.NullMarked;
