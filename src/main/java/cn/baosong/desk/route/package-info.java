/** Watching over the routes: which of them do not run, and what waits before each. */
@NullMarked
package cn.baosong.desk.route;

import org.jspecify.annotations.NullMarked;
