/** The only room that knows Camel: the beans that routes name, and the sources made safe. */
@NullMarked
package cn.baosong.camel;

import org.jspecify.annotations.NullMarked;
