/** Who may log in, and what each role may do. */
@NullMarked
package cn.baosong.web.security;

import org.jspecify.annotations.NullMarked;
