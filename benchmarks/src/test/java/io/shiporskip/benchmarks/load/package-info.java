/** Clients, and when what they load is warm. */
@NullMarked
package io.shiporskip.benchmarks.load;

import org.jspecify.annotations.NullMarked;
