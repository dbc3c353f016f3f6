/**
 * Two tools side by side. Reads both through the tool room; holds only which pairs are published.
 */
@NullMarked
package io.shiporskip.query.comparison;

import org.jspecify.annotations.NullMarked;
