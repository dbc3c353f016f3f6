/**
 * A visitor's own vote, read from the log itself: the last event of the ballot's stream. Keeps nothing, tallies nothing.
 */
@NullMarked
package io.shiporskip.query.ballot;

import org.jspecify.annotations.NullMarked;
