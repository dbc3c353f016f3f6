/** What many measured durations come to. Pure: no clock, no printing to anywhere. */
@NullMarked
package io.shiporskip.benchmarks.figures;

import org.jspecify.annotations.NullMarked;
