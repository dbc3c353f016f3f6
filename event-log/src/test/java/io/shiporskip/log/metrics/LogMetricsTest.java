package io.shiporskip.log.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.shiporskip.log.Commits;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.TestServer;
import io.shiporskip.log.append.AppenderSettings;
import io.shiporskip.log.append.BlockAppender;
import io.shiporskip.log.append.CommitRefusedException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogMetricsTest {

    private final MongoDatabase database = TestServer.newDatabase();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final BlockAppender appender = appender(meters);

    @AfterEach
    void close() {
        appender.close();
    }

    @Test
    void blocksAndAnswersAreCounted() {
        appender.append(Commits.of("a", 0, 3));
        appender.append(Commits.of("b", 0, 1));
        assertThatThrownBy(() -> appender.append(Commits.of("a", 2, 1))).isInstanceOf(CommitRefusedException.class);

        assertThat(meters.get("event.log.block.commits").summary().count()).isEqualTo(2);
        assertThat(meters.get("event.log.block.events").summary().totalAmount()).isEqualTo(4);
        assertThat(meters.get("event.log.block.bytes").summary().max()).isGreaterThan(600);
        assertThat(appends("done")).isEqualTo(2);
        assertThat(appends("refused")).isEqualTo(1);
        assertThat(appends("unknown")).isZero();
        assertThat(meters.get("event.log.conflicts").counter().count()).isEqualTo(1);
        assertThat(meters.get("event.log.queue.commits").gauge().value()).isZero();
    }

    @Test
    void anAppendIsTimedFromTheCallToItsAnswer() {
        long before = System.nanoTime();
        appender.append(Commits.of("a", 0, 1));
        long elapsed = System.nanoTime() - before;

        assertThat(meters.get("event.log.append").tag("result", "done").timer().totalTime(TimeUnit.NANOSECONDS))
                .isPositive()
                .isLessThanOrEqualTo((double) elapsed);
    }

    @Test
    void aSlotLostToAnotherWriterIsCounted() {
        try (BlockAppender other = appender(new SimpleMeterRegistry())) {
            other.append(Commits.of("a", 0, 1));
            appender.append(Commits.of("b", 0, 1));
        }
        assertThat(meters.get("event.log.renumberings").counter().count()).isEqualTo(1);
    }

    @Test
    void theyTellWhetherCommitsAreTaken() {
        assertThat(meters.get("event.log.writable").gauge().value()).isEqualTo(1);
        appender.close();
        assertThat(meters.find("event.log.writable").gauge()).isNull();
    }

    @Test
    void twoAppendersOnOneRegistryHaveMetersOfTheirOwn() {
        try (BlockAppender second = appender(meters)) {
            assertThat(writable()).containsExactly("1", "2");
            assertThat(second.health()).isEmpty();
            appender.close();
            assertThat(writable()).containsExactly("2");
        }
        assertThat(writable()).isEmpty();
    }

    private List<String> writable() {
        return meters.find("event.log.writable").gauges().stream()
                .map(gauge -> gauge.getId().getTag("appender"))
                .sorted()
                .toList();
    }

    @Test
    void nothingOfAnEventBecomesANameOrATag() {
        Set<Meter.Id> before = ids();
        for (int i = 0; i < 20; i++) {
            appender.append(Commits.of(Commits.event("stream-" + i, 0, Instant.EPOCH.plusSeconds(i))));
        }
        assertThat(ids()).isEqualTo(before).hasSizeLessThan(100);
    }

    private Set<Meter.Id> ids() {
        return meters.getMeters().stream().map(Meter::getId).collect(Collectors.toSet());
    }

    private long appends(String result) {
        return meters.get("event.log.append").tag("result", result).timer().count();
    }

    private BlockAppender appender(SimpleMeterRegistry registry) {
        return new BlockAppender(database, new LogWakeUp(), AppenderSettings.DEFAULT, new LogMetrics(registry));
    }
}
