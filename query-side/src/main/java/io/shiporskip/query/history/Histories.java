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
import io.shiporskip.query.projecting.Folded;
import io.shiporskip.query.projecting.asof.AsOf;
import io.shiporskip.query.projecting.serve.ReadModels;
import io.shiporskip.query.projecting.serve.Reading;
import java.time.Duration;
import java.util.ArrayList;
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
    private static final int FEW_BUCKETS = 2;

    /** About a block's length: the log is read in stretches of so many events. */
    private static final int NEIGHBOURS = 256;

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

    /** A few buckets are enough where much happens; more and more of them are looked through where little does. */
    private List<Long> positions(ToolId tool, long newest, int limit, Reading reading) {
        var found = new ArrayList<Long>();
        int buckets = FEW_BUCKETS;
        for (long before = newest; before >= 0 && found.size() < limit; buckets *= 2) {
            var ofTool = and(gte("_id", HistoryBucket.id(tool, 0)), lte("_id", HistoryBucket.id(tool, before)));
            List<Folded<HistoryBucket>> next = reading.of(histories).find(ofTool, descending("_id"), buckets);
            next.forEach(bucket -> bucket.state()
                    .positions()
                    .filter(position -> position <= newest)
                    .limit(limit)
                    .forEach(found::add));
            before = next.size() < buckets ? -1 : next.getLast().state().first() - 1;
        }
        return found.subList(0, Math.min(limit, found.size()));
    }

    /** One read of the log for those positions that are neighbours. */
    private List<EventView> events(Collection<Long> positions) {
        Collection<Set<Long>> neighbours = positions.stream()
                .collect(Collectors.groupingBy(position -> position / NEIGHBOURS, TreeMap::new, Collectors.toSet()))
                .values();
        return neighbours.stream()
                .flatMap(bucket -> log.at(bucket).stream())
                .sorted(Comparator.comparingLong(EventView::position).reversed())
                .toList();
    }
}
