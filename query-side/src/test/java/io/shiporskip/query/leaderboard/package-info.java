@NullMarked
package io.shiporskip.query.leaderboard;

import org.jspecify.annotations.NullMarked;
