package io.shiporskip.log;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.log.append.AppenderSettings;
import io.shiporskip.log.append.BlockAppender;
import io.shiporskip.log.append.Commit;
import io.shiporskip.log.append.NewEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A log as any product could have written it: streams and events of none, all kinds of text, several commits a block. */
public final class RandomLog {

    private static final String[] TEXTS = {"{}", "grüße, 世界 👋", "\"\\\n\t\u0001\u2028", "null", "x".repeat(3000)};

    private RandomLog() {}

    public static void write(MongoDatabase database, Random random, int commits) {
        Map<String, Long> streams = new HashMap<>();
        AppenderSettings anyTime = AppenderSettings.DEFAULT.withAnyTime();
        try (BlockAppender appender = new BlockAppender(database, new LogWakeUp(), anyTime);
                ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Runnable> group = new ArrayList<>();
            Set<String> contended = new HashSet<>();
            for (int i = 0; i < commits; i++) {
                String stream = "stream:" + random.nextInt(200);
                if (!contended.add(stream) || random.nextInt(3) == 0) {
                    appendTogether(group, pool);
                    contended.clear();
                    contended.add(stream);
                }
                Commit commit = commit(stream, streams, random);
                group.add(() -> appender.append(commit));
            }
            appendTogether(group, pool);
        }
    }

    /** All of other streams, so that any order of them is a good one. */
    private static void appendTogether(List<Runnable> group, ExecutorService pool) {
        group.stream().map(pool::submit).toList().forEach(task -> {
            try {
                task.get();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        group.clear();
    }

    private static Commit commit(String stream, Map<String, Long> streams, Random random) {
        List<NewEvent> events = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            String id = Commits.id();
            Instant time = Instant.ofEpochMilli(1_700_000_000_000L + random.nextInt(1_000_000));
            String payload = "{\"n\":" + random.nextInt() + ",\"of\":\"" + TEXTS[random.nextInt(TEXTS.length)] + "\"}";
            String meta = TEXTS[random.nextInt(TEXTS.length)];
            events.add(
                    random.nextInt(6) == 0
                            ? NewEvent.ofNoAggregate(id, "Said", "2", time, payload, meta)
                            : new NewEvent(
                                    id,
                                    stream,
                                    "Thing",
                                    streams.merge(stream, 1L, Long::sum) - 1,
                                    "ThingHappened",
                                    "1",
                                    time,
                                    payload,
                                    meta));
        }
        return new Commit(Commits.id(), events);
    }
}
