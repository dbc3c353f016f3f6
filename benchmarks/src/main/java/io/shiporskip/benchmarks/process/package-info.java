/** Other programs that a benchmark starts, and stops with itself. */
@NullMarked
package io.shiporskip.benchmarks.process;

import org.jspecify.annotations.NullMarked;
