/**
 * The rankings: standings folded from events, ranked by a pure formula at one position.
 */
@NullMarked
package io.shiporskip.query.leaderboard;

import org.jspecify.annotations.NullMarked;
