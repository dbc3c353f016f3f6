/** What the figures come to: within the bound or not. */
@NullMarked
package io.shiporskip.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
