/**
 * Servers that units upload to, by camel-ftp, made safe in the hooks that it offers: remote file
 * operations, process strategy, poll strategy (ADR 0020).
 */
@NullMarked
package cn.baosong.camel.server;

import org.jspecify.annotations.NullMarked;
