/** {@code soak}: the product voted on at an even pace for a long time, rebuilt now and then, and whether it stays flat. */
@NullMarked
package io.shiporskip.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
