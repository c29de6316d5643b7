/** What the office costs, as ratios to floors that are measured in the same run. */
@org.jspecify.annotations.NullMarked
package bench;
