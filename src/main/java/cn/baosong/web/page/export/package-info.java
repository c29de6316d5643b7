/** Lists as workbooks. */
@NullMarked
package cn.baosong.web.page.export;

import org.jspecify.annotations.NullMarked;
