/**
 * How little would change a rank or a verdict, exactly: pure functions of a board. No clock, no database, no HTTP.
 */
@NullMarked
package io.shiporskip.query.leaderboard.fragility;

import org.jspecify.annotations.NullMarked;
