/** 递交材料: what is handed in over the counter or from a disc. */
@NullMarked
package cn.baosong.web.page.upload;

import org.jspecify.annotations.NullMarked;
