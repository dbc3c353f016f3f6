@NullMarked
package io.shiporskip.query.leaderboard.ranking;

import org.jspecify.annotations.NullMarked;
