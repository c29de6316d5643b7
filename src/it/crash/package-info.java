/** The office killed for hours: one command, see the README beside. */
@NullMarked
package crash;

import org.jspecify.annotations.NullMarked;
