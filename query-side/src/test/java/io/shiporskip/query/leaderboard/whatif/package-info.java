@NullMarked
package io.shiporskip.query.leaderboard.whatif;

import org.jspecify.annotations.NullMarked;
