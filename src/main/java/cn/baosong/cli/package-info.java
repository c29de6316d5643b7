/**
 * The subcommands of the command line; only {@code serve} starts Spring, and only {@code verify}
 * and {@code replay} open the database beside it.
 */
@NullMarked
package cn.baosong.cli;

import org.jspecify.annotations.NullMarked;
