package io.shiporskip.log.faults;

import io.shiporskip.log.Commits;
import io.shiporskip.log.append.BlockAppender;
import io.shiporskip.log.append.BusyException;
import io.shiporskip.log.append.Commit;
import io.shiporskip.log.append.CommitRefusedException;
import io.shiporskip.log.append.NewEvent;
import io.shiporskip.log.append.UnknownOutcomeException;
import io.shiporskip.log.faults.Journal.Entry;
import io.shiporskip.log.faults.Journal.Sent;
import io.shiporskip.log.faults.Journal.Told;
import io.shiporskip.log.read.LogReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** Decides commits of 1 to 3 events on {@value #STREAMS} streams, a part of them in conflict with others. */
final class Commands {

    static final int STREAMS = 2000;

    /** The streams of one writer are those with its remainder; one command in four goes to one of these, of all. */
    private static final int POPULAR = 40;

    private static final int WRITERS = 4;

    private final BlockAppender appender;
    private final LogReader reader;
    private final Journal journal;
    private final int writer;
    private final long seed;
    /** Where a stream goes on, as far as this process knows. */
    private final Map<String, Long> next = new ConcurrentHashMap<>();

    Commands(BlockAppender appender, LogReader reader, Journal journal, int writer, long seed) {
        this.appender = appender;
        this.reader = reader;
        this.journal = journal;
        this.writer = writer;
        this.seed = seed;
    }

    /** What stands in the payload of an event, so that every byte of it can be checked. */
    static String payload(String event) {
        return "{\"event\":\"" + event + "\",\"text\":\"grüße, 世界 👋\"}";
    }

    void run(int index) {
        Commit commit = decided(new Random(seed + 1_000_003L * writer + index));
        journal.sending(
                index,
                commit.id(),
                commit.events().stream()
                        .map(event -> new Sent(event.id(), event.aggregate(), event.sequence()))
                        .toList());
        try {
            long position = appender.append(commit);
            journal.told(commit.id(), Told.DONE, position);
            commit.events().forEach(event -> next.merge(event.aggregate(), event.sequence() + 1, Math::max));
        } catch (CommitRefusedException e) {
            journal.told(commit.id(), Told.REFUSED, 0);
            forget(commit);
        } catch (BusyException e) {
            journal.told(commit.id(), Told.BUSY, 0);
        } catch (UnknownOutcomeException e) {
            journal.told(commit.id(), Told.UNKNOWN, 0);
            forget(commit);
        }
    }

    private Commit decided(Random random) {
        String stream = random.nextInt(4) == 0 ? "stream-" + random.nextInt(POPULAR) : own(random);
        int events = 1 + random.nextInt(3);
        long from = nextOf(stream);
        if (random.nextInt(20) == 0) {
            // A decision on an old state: its first place is taken, unless the stream is new.
            from = Math.max(0, from - 1);
        }
        List<NewEvent> decided = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            decided.add(event(stream, from + i));
        }
        if (random.nextInt(5) == 0) {
            String other = own(random);
            if (!other.equals(stream) && events < 3) {
                decided.add(event(other, nextOf(other)));
            }
        }
        return new Commit(Commits.id(), decided);
    }

    private String own(Random random) {
        return "stream-" + (WRITERS * random.nextInt(STREAMS / WRITERS) + writer);
    }

    /** After a start: where its own streams go on, unless it does not know what became of its last commit there. */
    void remember(Collection<Entry> entries) {
        for (Entry entry : entries) {
            for (Sent event : entry.events()) {
                if (entry.told() == Told.DONE) {
                    next.merge(event.stream(), event.sequence() + 1, Math::max);
                }
            }
        }
        entries.stream()
                .filter(entry -> entry.told() == Told.UNKNOWN || entry.told() == Told.NOTHING)
                .flatMap(entry -> entry.events().stream())
                .forEach(event -> next.remove(event.stream()));
        for (int popular = 0; popular < POPULAR; popular++) {
            next.remove("stream-" + popular);
        }
    }

    private long nextOf(String stream) {
        Long known = next.get(stream);
        return known != null
                ? known
                : WriterProcess.untilAnswered(() -> reader.lastSequence(stream)).orElse(-1) + 1;
    }

    private void forget(Commit commit) {
        commit.events().forEach(event -> next.remove(event.aggregate()));
    }

    private static NewEvent event(String stream, long sequence) {
        String id = Commits.id();
        return new NewEvent(id, stream, "Thing", sequence, "ThingHappened", "1", Commits.TIME, payload(id), "{}");
    }
}
