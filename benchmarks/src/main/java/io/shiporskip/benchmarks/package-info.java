/**
 * Figures of the product, each beside a peer's from the same run. Never part of the tests, and nothing of the product may
 * depend on it.
 */
@NullMarked
package io.shiporskip.benchmarks;

import org.jspecify.annotations.NullMarked;
