/**
 * The rule that no other site may write in a visitor's name.
 */
@NullMarked
package io.shiporskip.edge.origin;

import org.jspecify.annotations.NullMarked;
