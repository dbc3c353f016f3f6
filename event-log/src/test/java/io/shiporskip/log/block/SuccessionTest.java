package io.shiporskip.log.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.log.LogHead;
import io.shiporskip.log.StoredEvent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What keeps a block from standing right after a head, and which of it is said first. */
class SuccessionTest {

    private static final Instant EARLY = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant LATE = EARLY.plusSeconds(1);
    private static final LogHead HEAD = new LogHead(6, "ab".repeat(32), EARLY);

    @Test
    void aBlockThatFollowsIsWhole() {
        assertThat(Succession.broken(HEAD, block(7, LATE, HEAD.hash()))).isEmpty();
    }

    @Test
    void aBlockStandsWhereTheOneBeforeItEnded() {
        assertThat(Succession.broken(HEAD, block(8, LATE, HEAD.hash())))
                .contains("it is at position 8 where 7 is next");
    }

    @Test
    void aBlockNamesTheHashOfTheOneBeforeIt() {
        assertThat(Succession.broken(HEAD, block(7, LATE, LogHead.ORIGIN))).contains(Succession.NOT_JOINED);
    }

    @Test
    void aBlockIsWhatItsHashSays() {
        Block written = block(7, LATE, HEAD.hash());
        Block altered = new Block(7, "id", LATE, HEAD.hash(), written.hash(), List.of(event(7, EARLY)));

        assertThat(Succession.broken(HEAD, altered)).contains(Succession.ALTERED);
    }

    @Test
    void aBlocksTimeIsTheLatestOfItsEventsAndTheHead() {
        assertThat(Succession.broken(HEAD, block(7, LATE.plusSeconds(1), HEAD.hash())))
                .contains(Succession.TIMED_WRONG);
        assertThat(Succession.broken(HEAD, block(7, EARLY, HEAD.hash()))).contains(Succession.TIMED_WRONG);
    }

    /** One late event, whatever the block says of its own time. */
    private static Block block(long position, Instant at, String previous) {
        List<StoredEvent> events = List.of(event(position, LATE));
        return new Block(position, "id", at, previous, BlockHash.of(previous, position, at, events), events);
    }

    private static StoredEvent event(long position, Instant time) {
        return new StoredEvent(position, "e", "c", "a", "Thing", 0, "N", "1", time, LATE, "{}", "{}");
    }
}
