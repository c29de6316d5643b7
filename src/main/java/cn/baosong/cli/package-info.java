/**
 * The subcommands of the command line; only {@code serve} starts Spring, none opens the database.
 */
@NullMarked
package cn.baosong.cli;

import org.jspecify.annotations.NullMarked;
