/** Pages and the machine interface: they show what the desks know and hand them what people say. */
@NullMarked
package cn.baosong.web;

import org.jspecify.annotations.NullMarked;
