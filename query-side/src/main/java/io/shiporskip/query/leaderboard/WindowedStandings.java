package io.shiporskip.query.leaderboard;

import io.shiporskip.query.leaderboard.window.RecentVotesAt;
import io.shiporskip.query.leaderboard.window.RecentVotesModel;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The latest standings with the recent votes at the very same position, kept in memory once somebody asks for a window. */
@Component
final class WindowedStandings {

    private final Standings standings;
    private final RecentVotesModel model;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable WindowedAt last;

    WindowedStandings(Standings standings, RecentVotesModel model) {
        this.standings = standings;
        this.model = model;
    }

    WindowedAt now() {
        WindowedAt known = last;
        if (known != null && known.standings() == standings.now() && model.isCurrent(known.votes())) {
            return known;
        }
        lock.lock();
        try {
            known = advance();
            last = known;
            return known;
        } finally {
            lock.unlock();
        }
    }

    /** One of the two may turn out to be ahead; it is the other that follows. */
    private WindowedAt advance() {
        WindowedAt known = last;
        RecentVotesAt votes = known == null ? null : known.votes();
        StandingsAt at = standings.now();
        while (votes == null || votes.position() != at.position()) {
            votes = model.reaching(votes, at.position());
            if (votes.position() > at.position()) {
                at = standings.reaching(votes.position());
            }
        }
        return new WindowedAt(at, votes);
    }
}
