package io.shiporskip.log.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The meters of the log, all named {@code event.log.…}. They cost a few atomic additions a block and one timing a commit.
 * Safe for any number of threads.
 */
public final class LogMetrics {

    private static final Duration[] LATENCIES = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5)
    };

    private final MeterRegistry registry;
    private final DistributionSummary commits;
    private final DistributionSummary events;
    private final DistributionSummary bytes;
    private final Map<AppendResult, Timer> appends = new EnumMap<>(AppendResult.class);
    private final Counter renumberings;
    private final Counter conflicts;
    private final Counter unknowns;
    private final Counter stalls;

    public LogMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.commits = summary("event.log.block.commits", "Commits in a block that was written");
        this.events = summary("event.log.block.events", "Events in a block that was written");
        this.bytes = summary("event.log.block.bytes", "About the bytes of a block that was written");
        for (AppendResult result : AppendResult.values()) {
            appends.put(result, append(result));
        }
        this.renumberings =
                counter("event.log.renumberings", "Blocks numbered anew because another writer's took their slot");
        this.conflicts = counter("event.log.conflicts", "Commits refused because another held one of their keys");
        this.unknowns = counter(
                "event.log.sends.unknown", "Sends of a block whose outcome was not known, so it was sent again");
        this.stalls = counter(
                "event.log.stalls", "Times a reader found a position missing although the log goes on behind it");
    }

    /** Meters that nobody reads and that count nothing. */
    public static LogMetrics none() {
        return new LogMetrics(new CompositeMeterRegistry());
    }

    /** A block stands in the log. */
    public void blockStands(int blockCommits, int blockEvents, long blockBytes) {
        commits.record(blockCommits);
        events.record(blockEvents);
        bytes.record((double) blockBytes);
    }

    /** A command was told this of its commit, after this time. */
    public void appended(AppendResult result, Duration after) {
        Objects.requireNonNull(appends.get(result)).record(after);
    }

    public void renumbered() {
        renumberings.increment();
    }

    public void conflicts(int refused) {
        conflicts.increment(refused);
    }

    public void sentWithoutOutcome() {
        unknowns.increment();
    }

    public void stalled() {
        stalls.increment();
    }

    /**
     * Shows the state of one appender.
     *
     * @param writable 1 while commits are taken and answered, else 0
     */
    public AppenderMeters appender(Supplier<Number> commits, Supplier<Number> bytes, Supplier<Number> writable) {
        return new AppenderMeters(registry, commits, bytes, writable);
    }

    /** Shows a number that is asked for whenever the meters are read. One of this name at a time is shown. */
    public void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }

    /** How many positions the follower of this name is behind; the name is one that the program chose. */
    public void lag(String follower, Supplier<Number> value) {
        Gauge.builder("event.log.follower.lag", value)
                .description("Positions between the end of the log, as far as it is known here, and a follower")
                .tag("follower", follower)
                .register(registry);
    }

    private DistributionSummary summary(String name, String description) {
        return DistributionSummary.builder(name).description(description).register(registry);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    private Timer append(AppendResult result) {
        return Timer.builder("event.log.append")
                .description("Time from handing a commit over to being told what became of it")
                .tag("result", result.tag())
                .serviceLevelObjectives(LATENCIES)
                .register(registry);
    }
}
