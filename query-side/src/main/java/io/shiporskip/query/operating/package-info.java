/**
 * What an operator sees of the projections and may ask of them: how far they are, rebuilds, health. Shows no event.
 */
@NullMarked
package io.shiporskip.query.operating;

import org.jspecify.annotations.NullMarked;
