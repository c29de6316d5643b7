/** How a case leaves for its department by SFTP, mail or HTTP, and the proof that it got there. */
@NullMarked
package cn.baosong.camel.delivery;

import org.jspecify.annotations.NullMarked;
