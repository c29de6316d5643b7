/** The rules of the house (who may import whom, what nobody may do), each proved able to fail. */
@NullMarked
package cn.baosong.architecture;

import org.jspecify.annotations.NullMarked;
