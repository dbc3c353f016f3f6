/**
 * {@code bench rebuild} and {@code bench asof}: read models filled anew from a long log, and read as of any moment of it;
 * beside the projecting engine, Axon's stock event processor.
 */
@NullMarked
package io.shiporskip.benchmarks.rebuild;

import org.jspecify.annotations.NullMarked;
