package io.shiporskip.command.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.log.StoredEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleLoadTest {

    private static final String SAMPLE = "ship-or-skip.sample=true";

    /** Cuts the log off in the middle of the sample, as a kill would, and starts again. */
    @Test
    void aLoadThatWasCutOffIsCompletedAndNeverDoubled(@TempDir Path folder) {
        Set<String> all;
        long cut;
        try (RunningSite site = RunningSite.start(folder, SAMPLE)) {
            List<StoredEvent> events = site.eventsAfter(0);
            all = contents(events);
            assertThat(events).hasSameSizeAs(all);
            cut = site.cutOffBlockHolding(events.size() / 2);
            assertThat(site.head()).isLessThan(events.size());
        }
        try (RunningSite site = RunningSite.start(folder, SAMPLE)) {
            assertThat(contents(site.eventsAfter(0))).isEqualTo(all);
            assertThat(site.head()).isEqualTo(all.size()).isGreaterThan(cut);
        }
        try (RunningSite site = RunningSite.start(folder, SAMPLE)) {
            assertThat(site.head()).isEqualTo(all.size());
        }
    }

    @Test
    void aLogWithSomebodysEventsIsLeftAlone(@TempDir Path folder) {
        try (RunningSite site = RunningSite.start(folder)) {
            site.list("mine");
        }
        try (RunningSite site = RunningSite.start(folder, SAMPLE)) {
            assertThat(site.head()).isEqualTo(1);
        }
    }

    /** What happened, without what differs from one load to the next: times, ids and order. */
    private static Set<String> contents(List<StoredEvent> events) {
        return events.stream()
                .map(event -> event.aggregate() + " " + event.sequence() + " " + event.name() + " " + event.payload())
                .collect(Collectors.toSet());
    }
}
