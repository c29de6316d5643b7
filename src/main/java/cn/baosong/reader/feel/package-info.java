/**
 * Conditions of a call in FEEL, the expression language of the OMG's DMN standard, made
 * three-valued.
 */
@NullMarked
package cn.baosong.reader.feel;

import org.jspecify.annotations.NullMarked;
