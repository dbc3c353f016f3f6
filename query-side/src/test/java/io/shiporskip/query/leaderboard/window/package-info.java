@NullMarked
package io.shiporskip.query.leaderboard.window;

import org.jspecify.annotations.NullMarked;
