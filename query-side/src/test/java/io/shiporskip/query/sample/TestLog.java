package io.shiporskip.query.sample;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.events.DomainEvent;
import io.shiporskip.events.catalogue.EventCatalogue;
import io.shiporskip.events.catalogue.EventType;
import io.shiporskip.log.EventLogSchema;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.append.AppenderSettings;
import io.shiporskip.log.append.BlockAppender;
import io.shiporskip.log.append.Commit;
import io.shiporskip.log.append.NewEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** The real log, written to as the command side does. */
public final class TestLog implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");
    private static final int COMMIT = 50;

    private final BlockAppender appender;
    private final Map<String, Long> sequences = new HashMap<>();
    private final BallotTimes ballots = new BallotTimes();

    public TestLog(MongoDatabase database, LogWakeUp wakeUp) {
        EventLogSchema.ensure(database);
        appender = new BlockAppender(database, wakeUp, AppenderSettings.DEFAULT);
    }

    /** Appends the events in order, {@value #COMMIT} to a commit; gives the last one's position. */
    public long append(List<? extends DomainEvent> events) {
        return append(events, START);
    }

    /** @param time when all of them happened, by their own account */
    public long append(List<? extends DomainEvent> events, Instant time) {
        long position = 0;
        for (int from = 0; from < events.size(); from += COMMIT) {
            var commit = new ArrayList<NewEvent>();
            for (DomainEvent event : events.subList(from, Math.min(events.size(), from + COMMIT))) {
                commit.add(written(ballots.stamped(event, time), time));
            }
            position = appender.append(new Commit(id(), commit));
        }
        return position;
    }

    public long append(DomainEvent event) {
        return append(List.of(event));
    }

    /** An event that a later version of the program wrote. */
    public long appendOfUnknownKind() {
        return appender.append(
                new Commit(id(), List.of(NewEvent.ofNoAggregate(id(), "FromTheFuture", "1", START, "{}", "{}"))));
    }

    private NewEvent written(DomainEvent event, Instant time) {
        EventType type = EventCatalogue.of(event.getClass());
        String stream = event.stream();
        long sequence = sequences.merge(stream, 0L, (before, first) -> before + 1);
        return new NewEvent(
                id(),
                stream,
                stream.substring(0, stream.indexOf(':')),
                sequence,
                type.name(),
                Integer.toString(type.revision()),
                time,
                JSON.writeValueAsString(event),
                "{\"actor\":\"test\"}");
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    @Override
    public void close() {
        appender.close();
    }
}
