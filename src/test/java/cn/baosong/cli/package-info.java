/** The subcommands as a person runs them. */
@NullMarked
package cn.baosong.cli;

import org.jspecify.annotations.NullMarked;
