/** The machine interface under {@code /api/v1} (contract.md, section 7). */
@NullMarked
package cn.baosong.web.api;

import org.jspecify.annotations.NullMarked;
