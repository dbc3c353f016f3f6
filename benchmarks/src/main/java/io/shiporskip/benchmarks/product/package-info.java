/** The product under measurement: started whole, filled with votes, spoken to over HTTP. No figure is worked out here. */
@NullMarked
package io.shiporskip.benchmarks.product;

import org.jspecify.annotations.NullMarked;
