/** What reading the past costs, and whether it is true: moments of a long log beside the present and a full replay. */
@NullMarked
package io.shiporskip.benchmarks.asof;

import org.jspecify.annotations.NullMarked;
