/** Many clients at once, and how long each of their requests took. Knows nothing of what they ask for. */
@NullMarked
package io.shiporskip.benchmarks.load;

import org.jspecify.annotations.NullMarked;
