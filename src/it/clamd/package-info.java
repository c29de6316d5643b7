/** The office's scanner against a real clamd, where there is one. */
@NullMarked
package clamd;

import org.jspecify.annotations.NullMarked;
