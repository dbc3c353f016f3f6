/** Clients, and when what they load is warm. */
@NullMarked
package io.shiporskip.benchmarks.append;

import org.jspecify.annotations.NullMarked;
