/**
 * What a board would say under other parameters, without a seat, or without what happened on one day: worked out from the
 * log when it is asked for. Nothing here writes.
 */
@NullMarked
package io.shiporskip.query.leaderboard.whatif;

import org.jspecify.annotations.NullMarked;
