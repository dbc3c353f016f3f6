/**
 * How often one network address may do something. In memory only, bounded, and without keeping any address.
 */
@NullMarked
package io.shiporskip.edge.limit;

import org.jspecify.annotations.NullMarked;
