/** How commits are timed. */
@NullMarked
package io.shiporskip.benchmarks.append;

import org.jspecify.annotations.NullMarked;
