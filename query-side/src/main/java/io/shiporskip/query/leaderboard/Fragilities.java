package io.shiporskip.query.leaderboard;

import io.shiporskip.edge.problem.ProblemException;
import io.shiporskip.edge.problem.Problems;
import io.shiporskip.query.leaderboard.BoardQuestion.FragilityWanted;
import io.shiporskip.query.leaderboard.fragility.BoardFragility;
import io.shiporskip.query.leaderboard.ranking.Board;
import io.shiporskip.query.leaderboard.ranking.RankedBy;
import io.shiporskip.query.leaderboard.ranking.RankingFormula;
import io.shiporskip.query.leaderboard.window.Window;
import io.shiporskip.query.projecting.store.Generation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** How fragile boards are, worked out when it is asked for, one board at a time, and kept for the last few. */
@Component
final class Fragilities {

    /** Boards up to this size are worked out for whoever opens the page. */
    static final int CHEAP_TOOLS = 200;

    /** Boards beyond this size are not worked out at all. */
    static final int MOST_TOOLS = 1_000;

    private static final int KEPT = 16;

    private final Semaphore turn = new Semaphore(1);
    private final Map<Key, BoardFragility> kept = Collections.synchronizedMap(new Kept());

    /** A board that is ranked by formula 1 from what stood at one position. */
    record Key(@Nullable Generation generation, long position, String category, RankedBy by, Window window) {}

    private static final class Kept extends LinkedHashMap<Key, BoardFragility> {
        Kept() {
            super(KEPT, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, BoardFragility> eldest) {
            return size() > KEPT;
        }
    }

    /**
     * @return null when it is not wanted, or not cheap just now
     * @throws ProblemException invalid (422) when the board is too large, busy (503) while another is being worked out
     */
    @Nullable BoardFragility of(Key key, Board board, FragilityWanted wanted) {
        if (wanted == FragilityWanted.NO) {
            return null;
        }
        boolean insisted = wanted == FragilityWanted.YES;
        if (board.tools().size() > (insisted ? MOST_TOOLS : CHEAP_TOOLS)) {
            return refusedIf(
                    insisted,
                    Problems.invalid("fragility", "is worked out for boards of up to " + MOST_TOOLS + " tools"));
        }
        BoardFragility known = kept.get(key);
        if (known != null) {
            return known;
        }
        if (!turn.tryAcquire()) {
            return refusedIf(insisted, busy());
        }
        try {
            BoardFragility fragility = BoardFragility.of(board, key.by(), RankingFormula.ONE);
            kept.put(key, fragility);
            return fragility;
        } finally {
            turn.release();
        }
    }

    private static @Nullable BoardFragility refusedIf(boolean insisted, ProblemException problem) {
        if (insisted) {
            throw problem;
        }
        return null;
    }

    private static ProblemException busy() {
        return new ProblemException(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "busy",
                        "Busy",
                        "How fragile another board is, is being worked out just now; ask again shortly",
                        List.of())
                .with(HttpHeaders.RETRY_AFTER, "1");
    }
}
