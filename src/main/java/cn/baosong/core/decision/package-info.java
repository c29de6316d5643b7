/** From findings to one decision a dossier, by the order that the office has settled. */
@NullMarked
package cn.baosong.core.decision;

import org.jspecify.annotations.NullMarked;
