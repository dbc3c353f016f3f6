@NullMarked
package io.shiporskip.query.leaderboard.fragility;

import org.jspecify.annotations.NullMarked;
