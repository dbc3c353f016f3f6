package io.shiporskip.benchmarks.mix;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.shiporskip.benchmarks.Progress;
import io.shiporskip.benchmarks.load.Load;
import io.shiporskip.benchmarks.product.Store;
import io.shiporskip.events.tool.Category;
import io.shiporskip.events.tool.ToolDetails;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.events.tool.ToolListed;
import io.shiporskip.log.EventLogSchema;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.append.AppenderSettings;
import io.shiporskip.log.append.BlockAppender;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Fills a log with a {@link Mix}, spread evenly over thirty days before now. */
public final class MixedLog {

    /** How many tools are listed in it. */
    public static final int TOOLS = 200;

    private static final int CATEGORIES = 8;
    private static final int WRITERS = 64;
    private static final long SEED = 20_260_101;
    private static final Duration SPAN = Duration.ofDays(30);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private MixedLog() {}

    /** The slugs of its tools. */
    public static List<String> tools() {
        return IntStream.range(0, TOOLS).mapToObj("listed-%03d"::formatted).toList();
    }

    /** Appends about so many events: {@value #TOOLS} listings, and the rest in equal shares of its writers. */
    public static void fill(Store store, long events) throws Exception {
        try (MongoClient client = store.client(WRITERS)) {
            MongoDatabase database = client.getDatabase(store.database());
            EventLogSchema.ensure(database);
            try (var appender =
                    new BlockAppender(database, new LogWakeUp(), AppenderSettings.DEFAULT.withPatience(PATIENCE))) {
                fill(appender, events);
            }
        }
    }

    private static void fill(BlockAppender appender, long events) throws Exception {
        EventForm form = new EventForm();
        List<ToolId> tools = tools().stream().map(ToolId::new).toList();
        Instant begin = Instant.now().minus(SPAN);
        for (ToolId tool : tools) {
            appender.append(form.commit(new ToolListed(tool, details(tool)), "Tool", 0, "editor", begin));
        }
        List<Mix> mixes = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            mixes.add(new Mix(form, tools, shareOf(writer, tools), SEED + writer));
        }
        AtomicLong written = new AtomicLong();
        long told = Math.max(1, events / 10);
        Load.times(WRITERS, (int) Math.max(1, (events - TOOLS) / WRITERS), writer -> {
            long number = written.incrementAndGet();
            if (number % told == 0) {
                Progress.say("filled in " + number + " of " + events + " events");
            }
            var commit = mixes.get(writer).next(begin.plusMillis(SPAN.toMillis() * number / events));
            return () -> appender.append(commit);
        });
    }

    private static List<ToolId> shareOf(int writer, List<ToolId> tools) {
        return IntStream.range(0, tools.size())
                .filter(index -> index % WRITERS == writer)
                .mapToObj(tools::get)
                .toList();
    }

    private static ToolDetails details(ToolId tool) {
        int category = Math.floorMod(tool.slug().hashCode(), CATEGORIES);
        return new ToolDetails(
                "Tool " + tool.slug(),
                "Made up, to be voted on",
                "A tool that exists while its votes are measured.",
                new Category("category-" + category, "Category " + category),
                "Free",
                "Free",
                "being measured",
                null,
                true);
    }
}
