/** The doorkeeper of a watched folder: what is still is claimed under a name of our own. */
@NullMarked
package cn.baosong.camel.folder;

import org.jspecify.annotations.NullMarked;
