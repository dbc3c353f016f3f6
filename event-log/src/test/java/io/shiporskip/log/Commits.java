package io.shiporskip.log;

import io.shiporskip.log.append.Commit;
import io.shiporskip.log.append.NewEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.IdentifierFactory;

/** Commits to append in tests. */
public final class Commits {

    public static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");

    private Commits() {}

    public static String id() {
        return IdentifierFactory.getInstance().generateIdentifier();
    }

    public static NewEvent event(String aggregate, long sequence) {
        return event(aggregate, sequence, TIME);
    }

    public static NewEvent event(String aggregate, long sequence, Instant time) {
        String payload = "{\"of\":\"" + aggregate + "\",\"n\":" + sequence + ",\"text\":\"grüße, 世界 👋\"}";
        return new NewEvent(
                id(), aggregate, "Thing", sequence, "ThingHappened", "1", time, payload, "{\"actor\":\"test\"}");
    }

    /** {@code count} events of one stream in one commit. */
    public static Commit of(String aggregate, long firstSequence, int count) {
        List<NewEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(event(aggregate, firstSequence + i));
        }
        return new Commit(id(), events);
    }

    public static Commit of(NewEvent... events) {
        return new Commit(id(), List.of(events));
    }
}
