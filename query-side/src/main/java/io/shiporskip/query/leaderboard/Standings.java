package io.shiporskip.query.leaderboard;

import io.shiporskip.query.leaderboard.ranking.Standing;
import io.shiporskip.query.projecting.EventSource;
import io.shiporskip.query.projecting.asof.AsOf;
import io.shiporskip.query.projecting.asof.Models;
import io.shiporskip.query.projecting.asof.PastState;
import io.shiporskip.query.projecting.serve.ReadModels;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All standings at one position: the latest, with the boards ranked from them so far, or those of a moment of the past. */
@Component
final class Standings {

    static final String ALL = "all";

    private final Models past;
    private final LeaderboardProjection projection;
    private final WholeModel<Standing> model;
    private volatile @Nullable StandingsAt last;

    Standings(Models past, ReadModels models, LeaderboardProjection projection, EventSource source) {
        this.past = past;
        this.projection = projection;
        this.model = new WholeModel<>(models, projection, source);
    }

    /** At a moment of the past exactly there, at present as far as the model is, or further. */
    StandingsAt at(AsOf asOf) {
        AsOf.Position position = asOf.past();
        if (position == null) {
            return reaching(0);
        }
        PastState<Standing> state = past.past(position, projection);
        return new StandingsAt(null, state.position(), state.documents());
    }

    /** At present, at a position of the log at least. */
    StandingsAt reaching(long position) {
        WholeModel.At<Standing> now = model.reaching(position);
        StandingsAt known = last;
        if (known == null || !known.isOf(now.generation(), now.position())) {
            known = new StandingsAt(now.generation(), now.position(), now.documents());
            last = known;
        }
        return known;
    }
}
