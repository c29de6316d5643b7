/** The departments' queues: claiming, giving back, handing over, and whole cases to take. */
@NullMarked
package cn.baosong.web.page.queue;

import org.jspecify.annotations.NullMarked;
