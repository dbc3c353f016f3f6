/**
 * Two tools side by side, and the one address a pair has. Holds no verdict of its own.
 */
@NullMarked
package io.shiporskip.events.comparison;

import org.jspecify.annotations.NullMarked;
