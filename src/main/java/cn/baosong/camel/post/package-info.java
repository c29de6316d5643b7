/** Letters that leave by mail: camel-mail's producer, and the hooks in which its safety lives. */
@NullMarked
package cn.baosong.camel.post;

import org.jspecify.annotations.NullMarked;
