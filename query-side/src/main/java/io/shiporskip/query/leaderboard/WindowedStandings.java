package io.shiporskip.query.leaderboard;

import io.shiporskip.query.leaderboard.window.RecentVotes;
import io.shiporskip.query.leaderboard.window.RecentVotesAt;
import io.shiporskip.query.leaderboard.window.RecentVotesProjection;
import io.shiporskip.query.projecting.EventSource;
import io.shiporskip.query.projecting.Folded;
import io.shiporskip.query.projecting.asof.AsOf;
import io.shiporskip.query.projecting.asof.Models;
import io.shiporskip.query.projecting.asof.Moments;
import io.shiporskip.query.projecting.serve.ReadModels;
import io.shiporskip.query.projecting.store.Generation;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Standings with the recent votes at the very same position; kept in memory once somebody asks for a window. */
@Component
final class WindowedStandings {

    private final Standings standings;
    private final RecentVotesProjection projection;
    private final WholeModel<RecentVotes> model;
    private final Models past;
    private final Moments moments;
    private volatile @Nullable Latest last;

    /** The latest that was put together, and which filling of the model it is of. */
    private record Latest(Generation votes, WindowedAt windowed) {

        boolean isOf(Generation other, StandingsAt standings) {
            return votes.equals(other) && windowed.standings().isOf(standings.generation(), standings.position());
        }
    }

    WindowedStandings(
            Standings standings,
            ReadModels models,
            RecentVotesProjection projection,
            EventSource source,
            Models past,
            Moments moments) {
        this.standings = standings;
        this.projection = projection;
        this.model = new WholeModel<>(models, projection, source);
        this.past = past;
        this.moments = moments;
    }

    /** At a moment of the past exactly there, at present as far as both models are, or further. */
    WindowedAt at(AsOf asOf) {
        AsOf.Position position = asOf.past();
        if (position == null) {
            return now();
        }
        Instant at = position.at() == null ? Instant.EPOCH : position.at();
        var votes = new RecentVotesAt(at, states(past.past(position, projection).documents()));
        return new WindowedAt(standings.at(asOf), votes);
    }

    /** One of the two may turn out to be ahead; it is the other that follows, until they meet. */
    private WindowedAt now() {
        WholeModel.At<RecentVotes> votes = model.reaching(0);
        StandingsAt at = standings.reaching(votes.position());
        while (votes.position() != at.position()) {
            if (votes.position() < at.position()) {
                votes = model.reaching(at.position());
            } else {
                at = standings.reaching(votes.position());
            }
        }
        Latest known = last;
        if (known == null || !known.isOf(votes.generation(), at)) {
            known = new Latest(
                    votes.generation(), new WindowedAt(at, new RecentVotesAt(time(votes), states(votes.documents()))));
            last = known;
        }
        return known.windowed();
    }

    private Instant time(WholeModel.At<RecentVotes> votes) {
        Instant at = moments.at(votes.position()).at();
        return at == null ? Instant.EPOCH : at;
    }

    private static Map<String, RecentVotes> states(Map<String, Folded<RecentVotes>> documents) {
        var states = new HashMap<String, RecentVotes>();
        documents.forEach((slug, votes) -> states.put(slug, votes.state()));
        return states;
    }
}
