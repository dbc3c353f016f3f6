/**
 * The ranking formula and the boards it makes: pure functions of standings. No clock, no database, no HTTP may enter.
 */
@NullMarked
package io.shiporskip.query.leaderboard.ranking;

import org.jspecify.annotations.NullMarked;
