/** How the records of the core stand in JSON: one mapper for the store, the readers and the web. */
@NullMarked
package cn.baosong.json;

import org.jspecify.annotations.NullMarked;
