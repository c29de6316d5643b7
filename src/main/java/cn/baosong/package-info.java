/** Baosong (报送): the intake office for recommended candidates. */
@NullMarked
package cn.baosong;

import org.jspecify.annotations.NullMarked;
