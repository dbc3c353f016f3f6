package io.shiporskip.query.leaderboard;

import io.shiporskip.edge.problem.ProblemException;
import io.shiporskip.edge.problem.Problems;
import io.shiporskip.query.leaderboard.BoardQuestion.FragilityWanted;
import io.shiporskip.query.leaderboard.fragility.BoardFragility;
import io.shiporskip.query.leaderboard.ranking.Board;
import io.shiporskip.query.leaderboard.ranking.RankedBy;
import io.shiporskip.query.leaderboard.ranking.RankingFormula;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** How fragile boards are, worked out when it is asked for, one board at a time, and kept for the last few. */
@Component
final class Fragilities {

    /** Boards up to this size are worked out for whoever opens the page. */
    static final int CHEAP_TOOLS = 200;

    /** Boards beyond this size are not worked out at all. */
    static final int MOST_TOOLS = 1_000;

    private static final int KEPT = 16;

    /** How long a page of the past waits for its turn: it is kept by caches, and must not come out poorer by chance. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Semaphore turn;
    private final Map<Key, BoardFragility> kept = Collections.synchronizedMap(new Kept());

    /** All that it depends on: whatever else changes, a board of the same standings is as fragile. */
    private record Key(Board board, RankedBy by) {}

    private static final class Kept extends LinkedHashMap<Key, BoardFragility> {
        Kept() {
            super(KEPT, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, BoardFragility> eldest) {
            return size() > KEPT;
        }
    }

    @Autowired
    Fragilities() {
        this(new Semaphore(1));
    }

    /** @param turn of those that are worked out */
    Fragilities(Semaphore turn) {
        this.turn = turn;
    }

    /**
     * @param board ranked by formula 1
     * @param past whether it is of a moment of the past: then it waits, rather than leave it out
     * @return null when it is not wanted, or not cheap just now
     * @throws ProblemException invalid (422) when the board is too large, busy (503) while another is being worked out
     */
    @Nullable BoardFragility of(Board board, RankedBy by, FragilityWanted wanted, boolean past) {
        if (wanted == FragilityWanted.NO) {
            return null;
        }
        boolean insisted = wanted == FragilityWanted.YES;
        if (board.tools().size() > (insisted ? MOST_TOOLS : CHEAP_TOOLS)) {
            return refusedIf(
                    insisted,
                    Problems.invalid("fragility", "is worked out for boards of up to " + MOST_TOOLS + " tools"));
        }
        var key = new Key(board, by);
        BoardFragility known = kept.get(key);
        if (known != null) {
            return known;
        }
        if (!taken(past)) {
            return refusedIf(insisted || past, busy());
        }
        try {
            BoardFragility fragility = BoardFragility.of(board, by, RankingFormula.ONE);
            kept.put(key, fragility);
            return fragility;
        } finally {
            turn.release();
        }
    }

    private boolean taken(boolean past) {
        try {
            return past ? turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) : turn.tryAcquire();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static @Nullable BoardFragility refusedIf(boolean insisted, ProblemException problem) {
        if (insisted) {
            throw problem;
        }
        return null;
    }

    private static ProblemException busy() {
        return Problems.busyWith(
                "How fragile another board is, is being worked out just now; ask again shortly", RETRY);
    }
}
