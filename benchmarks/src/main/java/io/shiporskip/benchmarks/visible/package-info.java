/** {@code bench visible}: from the moment a vote is answered until a leaderboard that holds it has been read. */
@NullMarked
package io.shiporskip.benchmarks.visible;

import org.jspecify.annotations.NullMarked;
