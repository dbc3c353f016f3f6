package io.shiporskip.query.history;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.descending;

import io.shiporskip.edge.problem.Problems;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.query.Answer;
import io.shiporskip.query.Progress;
import io.shiporskip.query.asking.Cursor;
import io.shiporskip.query.asking.Page;
import io.shiporskip.query.audit.AuditLog;
import io.shiporskip.query.audit.EventView;
import io.shiporskip.query.projecting.asof.AsOf;
import io.shiporskip.query.projecting.serve.ReadModels;
import io.shiporskip.query.projecting.serve.Reading;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what is asked of a tool's history: positions from the model, contents from the log. */
@Component
final class Histories implements HistoryQueries {

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final ReadModels models;
    private final HistoryProjection histories;
    private final Progress progress;
    private final AuditLog log;

    Histories(ReadModels models, HistoryProjection histories, Progress progress, AuditLog log) {
        this.models = models;
        this.histories = histories;
        this.progress = progress;
        this.log = log;
    }

    @Override
    public Answer<HistoryView> history(ToolId tool, @Nullable String cursor, int limit, AsOf asOf) {
        AsOf.Position past = asOf.past();
        String list = Cursor.list("history:" + tool.slug(), asOf);
        Cursor before = Cursor.read(cursor, list, 1);
        if (past != null) {
            progress.awaitAtLeast(past.position());
        }
        Reading reading = models.open(histories);
        if (past != null && past.position() > reading.position()) {
            throw Problems.notYet(RETRY); // it is stopped before that moment
        }
        long last = past == null ? Long.MAX_VALUE : past.position();
        long newest = before == null ? last : before.number(0) - 1;
        var page = Page.of(positions(tool, newest, limit + 1, reading), limit, position -> Cursor.of(list, position));
        List<EventView> events = events(page.entries());
        long changedAt = events.isEmpty() ? 0 : events.getFirst().position();
        long position = past == null ? reading.position() : past.position();
        var view = new HistoryView(tool, events, position, page.nextText());
        return new Answer<>(view, changedAt, position);
    }

    /** Each bucket holds a position at least, so that as many buckets as positions are wanted are enough. */
    private List<Long> positions(ToolId tool, long newest, int limit, Reading reading) {
        var ofTool =
                and(gte("_id", HistoryBucket.id(tool, 0)), lte("_id", HistoryBucket.id(tool, Math.max(0, newest))));
        return reading.of(histories).find(ofTool, descending("_id"), limit + 1).stream()
                .flatMap(bucket -> bucket.state().positions().stream())
                .filter(position -> position <= newest)
                .sorted(Comparator.reverseOrder())
                .limit(limit)
                .toList();
    }

    /** One read of the log for the positions of a bucket, which are neighbours. */
    private List<EventView> events(Collection<Long> positions) {
        Collection<Set<Long>> neighbours = positions.stream()
                .collect(Collectors.groupingBy(HistoryBucket::number, TreeMap::new, Collectors.toSet()))
                .values();
        return neighbours.stream()
                .flatMap(bucket -> log.at(bucket).stream())
                .sorted(Comparator.comparingLong(EventView::position).reversed())
                .toList();
    }
}
