/** The routes as Camel runs them, told to the office, and replaced when they are edited. */
@NullMarked
package cn.baosong.camel.route;

import org.jspecify.annotations.NullMarked;
