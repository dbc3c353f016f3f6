package io.shiporskip.query.leaderboard.window;

import static com.mongodb.client.model.Filters.gte;

import io.shiporskip.edge.problem.Problems;
import io.shiporskip.query.projecting.EventSource;
import io.shiporskip.query.projecting.Folded;
import io.shiporskip.query.projecting.RecordedEvent;
import io.shiporskip.query.projecting.serve.ReadModels;
import io.shiporskip.query.projecting.serve.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sums the stored days that any window reaches, once, and folds the log on from there. */
@Component
public final class RecentVotesModel {

    /** Past so many events it is cheaper to load the days again. */
    private static final long TOO_FAR = 20_000;

    private static final int BATCH = 1_000;
    private static final int ATTEMPTS = 5;

    private final ReadModels models;
    private final VoteDayProjection projection;
    private final EventSource source;

    RecentVotesModel(ReadModels models, VoteDayProjection projection, EventSource source) {
        this.models = models;
        this.projection = projection;
        this.source = source;
    }

    /**
     * Recent votes at a position, or further where the stored days are.
     *
     * @param known what an earlier call gave; null before the first
     * @throws io.shiporskip.edge.problem.ProblemException not-yet (503) while the model cannot be read as a whole
     */
    public RecentVotesAt reaching(@Nullable RecentVotesAt known, long position) {
        boolean near = known != null
                && known.position() <= position
                && position - known.position() <= TOO_FAR
                && isCurrent(known);
        RecentVotesAt votes = near && known != null ? known : load();
        try {
            while (votes.position() < position) {
                votes = votes.after(next(votes.position(), position));
            }
            return votes;
        } catch (IllegalArgumentException unfoldable) {
            // the projection stops there too, and says so
            throw Problems.notYet(Duration.ofSeconds(1));
        }
    }

    /** Whether votes were summed from the generation that is live. */
    public boolean isCurrent(RecentVotesAt votes) {
        return votes.generation().equals(models.open(projection).generation(projection));
    }

    /** As far as the model is now, or as the furthest of its documents. */
    private RecentVotesAt load() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<RecentVotesAt> loaded = loadOnce(models.open(projection));
            if (loaded.isPresent()) {
                return loaded.get();
            }
        }
        throw Problems.notYet(Duration.ofSeconds(1));
    }

    /**
     * Some documents may be ahead of the model's progress: what they hold already must not be added again. Empty when a
     * window begins anew between that progress and the furthest of them: it can be told apart only a moment later.
     */
    private Optional<RecentVotesAt> loadOnce(Reading reading) {
        long position = reading.position();
        Instant at = time(position);
        Spans spans = Spans.at(at);
        String first = new VoteHour(spans.first()).day();
        var tools = new HashMap<String, RecentVotes>();
        var ahead = new HashMap<String, Long>();
        long furthest = position;
        try (var days = reading.of(projection).all(gte(VoteDayProjection.DAY, first))) {
            while (days.hasNext()) {
                Folded<VoteDay> day = days.next();
                tools.merge(
                        day.state().slug(),
                        RecentVotes.NONE.plus(day.state(), spans),
                        (before, one) -> before.plus(day.state(), spans));
                if (day.position() > position) {
                    ahead.put(day.id(), day.position());
                    furthest = Math.max(furthest, day.position());
                }
            }
        }
        if (!Spans.at(time(furthest)).sameWindows(spans)) {
            return Optional.empty();
        }
        var loaded = new RecentVotesAt(reading.generation(projection), position, at, Map.copyOf(tools));
        return Optional.of(catchUp(loaded, furthest, ahead));
    }

    private RecentVotesAt catchUp(RecentVotesAt loaded, long furthest, Map<String, Long> ahead) {
        RecentVotesAt votes = loaded;
        while (votes.position() < furthest) {
            votes = votes.after(
                    next(votes.position(), furthest), (id, position) -> ahead.getOrDefault(id, 0L) >= position);
        }
        return votes;
    }

    private List<RecordedEvent> next(long after, long target) {
        return source.after(after, BATCH).stream()
                .filter(event -> event.position() <= target)
                .toList();
    }

    /** The time of a position: its block's. */
    private Instant time(long position) {
        return position == 0
                ? Instant.EPOCH
                : source.after(position - 1, 1).getFirst().at();
    }
}
