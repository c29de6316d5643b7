/** The malware scanner beside the office, spoken to over its socket. */
@NullMarked
package cn.baosong.scanner;

import org.jspecify.annotations.NullMarked;
