/** The ports of the desks in SQL and on disk: database, archive of originals, journal. */
@NullMarked
package cn.baosong.store;

import org.jspecify.annotations.NullMarked;
