/** The arithmetic that every figure rests on. */
@NullMarked
package io.shiporskip.benchmarks.figures;

import org.jspecify.annotations.NullMarked;
