package io.shiporskip.log.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.faults.Journal.Entry;
import io.shiporskip.log.faults.Journal.Told;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The promises of the log, checked against what its writers wrote down. */
final class Promises {

    private final List<StoredEvent> log;
    private final Map<String, List<StoredEvent>> byCommit;

    Promises(List<StoredEvent> log) {
        this.log = log;
        this.byCommit = log.stream().collect(Collectors.groupingBy(StoredEvent::commit));
    }

    void checkPositions() {
        for (int i = 0; i < log.size(); i++) {
            assertThat(log.get(i).position()).isEqualTo(i + 1L);
        }
    }

    void checkEveryCommit(Map<String, Entry> journals) {
        assertThat(journals.keySet()).containsAll(byCommit.keySet());
        journals.values().forEach(this::checkCommit);
    }

    private void checkCommit(Entry entry) {
        List<StoredEvent> standing = byCommit.getOrDefault(entry.commit(), List.of());
        switch (entry.told()) {
            case DONE -> {
                assertWhole(entry, standing);
                assertThat(standing.getLast().position())
                        .as("commit %s", entry.commit())
                        .isEqualTo(entry.position());
            }
            case REFUSED, BUSY -> assertThat(standing).as("%s", entry).isEmpty();
            case UNKNOWN, NOTHING -> {
                if (!standing.isEmpty()) {
                    assertWhole(entry, standing);
                }
            }
        }
    }

    /** Once, whole, its events next to each other and in order, each byte as it was sent. */
    private static void assertWhole(Entry entry, List<StoredEvent> standing) {
        assertThat(standing)
                .extracting(StoredEvent::id)
                .as("%s", entry)
                .isEqualTo(entry.events().stream().map(Journal.Sent::id).toList());
        for (int i = 0; i < standing.size(); i++) {
            StoredEvent event = standing.get(i);
            assertThat(event.position()).isEqualTo(standing.getFirst().position() + i);
            assertThat(event.aggregate()).isEqualTo(entry.events().get(i).stream());
            assertThat(event.sequence()).isEqualTo(entry.events().get(i).sequence());
            assertThat(event.payload()).isEqualTo(Commands.payload(event.id()));
        }
    }

    void checkSeen(Watchers.Seen seen) {
        List<StoredEvent> upToTheEnd =
                seen.events().subList(0, Math.min(seen.events().size(), log.size() - (int) seen.after()));
        assertThat(upToTheEnd.equals(log.subList((int) seen.after(), log.size())))
                .as("the follower %s saw the same bytes in the same order", seen.who())
                .isTrue();
    }

    void checkPrefix(Prefix prefix) {
        assertThat(Prefix.of(log.subList(0, prefix.events())))
                .as("the first %d events, read while the log grew, are what they were", prefix.events())
                .isEqualTo(prefix);
    }

    /** How many of the commits that were told this stand in the log, and how many do not. */
    String count(Collection<Entry> journals, Told told) {
        Map<Boolean, Long> counts = journals.stream()
                .filter(entry -> entry.told() == told)
                .collect(Collectors.partitioningBy(
                        entry -> byCommit.containsKey(entry.commit()), Collectors.counting()));
        return String.format("%s %,d standing, %,d not", told, counts.get(true), counts.get(false));
    }
}
