/**
 * Votes by when they were last changed: counted by hour, summed over a week, a month or a year, and weighed by their age.
 * Every boundary follows from a position's time; no clock may enter.
 */
@NullMarked
package io.shiporskip.query.leaderboard.window;

import org.jspecify.annotations.NullMarked;
