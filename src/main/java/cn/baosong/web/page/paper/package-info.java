/** The mail room: the register of parcels, and the form by which one is keyed in. */
@NullMarked
package cn.baosong.web.page.paper;

import org.jspecify.annotations.NullMarked;
