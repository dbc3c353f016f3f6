/**
 * Filling a read model anew from position 1 beside the live one, comparing both at one position, and swapping.
 */
@NullMarked
package io.shiporskip.query.projecting.rebuild;

import org.jspecify.annotations.NullMarked;
