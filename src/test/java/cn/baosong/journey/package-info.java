/** Whole journeys through the running office, on packages as units make them. */
@NullMarked
package cn.baosong.journey;

import org.jspecify.annotations.NullMarked;
