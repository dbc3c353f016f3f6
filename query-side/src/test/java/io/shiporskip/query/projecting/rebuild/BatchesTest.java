package io.shiporskip.query.projecting.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.shiporskip.query.projecting.EventSource;
import io.shiporskip.query.projecting.EventTail;
import io.shiporskip.query.projecting.RecordedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Pieces of the log come together into batches; none is lost, doubled, or beyond where the stretch ends. */
class BatchesTest {

    private static final int LIMIT = 3_500;

    private final Blocks log = new Blocks(20_000);

    /** A log in blocks of a few events: whoever asks for some of a block gets all the rest of it. */
    private static final class Blocks implements EventSource {

        private static final int BLOCK = 7;

        private final long head;
        private final Set<Long> decoded = ConcurrentHashMap.newKeySet();
        private final List<Long> waiting = new CopyOnWriteArrayList<>();
        private long given;
        private long awayFrom = Long.MAX_VALUE;
        private int most = Integer.MAX_VALUE;

        Blocks(long head) {
            this.head = head;
        }

        @Override
        public long head() {
            return head;
        }

        @Override
        public List<RecordedEvent> after(long position, int limit) {
            if (position >= awayFrom) {
                throw new IllegalStateException("the server is away");
            }
            waiting.add(given - decoded.size());
            long wanted = Math.min(head, position + Math.min(limit, most));
            long last = Math.min(head, (wanted + BLOCK - 1) / BLOCK * BLOCK);
            given += last - position;
            return LongStream.rangeClosed(position + 1, last)
                    .mapToObj(at -> new RecordedEvent(at, Instant.EPOCH, Instant.EPOCH, () -> decoded.add(at)))
                    .toList();
        }

        @Override
        public EventTail follow(long after) {
            throw new UnsupportedOperationException("it does not grow");
        }
    }

    @Test
    void piecesComeTogetherIntoBatchesWithNoneLostOrDoubled() {
        List<List<RecordedEvent>> batches = batches(0, 20_000);

        assertThat(positions(batches)).isEqualTo(range(1, 20_000));
        batches.removeLast();
        assertThat(batches)
                .isNotEmpty()
                .allSatisfy(batch -> assertThat(batch).hasSizeBetween(LIMIT, LIMIT + Blocks.BLOCK));
    }

    @Test
    void aStretchThatBeginsAndEndsWithinBlocksHasItsOwnEventsAlone() {
        assertThat(positions(batches(4_321, 9_876))).isEqualTo(range(4_322, 9_876));
    }

    @Test
    void aBatchSmallerThanAPieceIsNoLargerThanItWasAskedFor() {
        assertThat(of(0, 20_000, 20).next()).hasSizeBetween(20, 20 + Blocks.BLOCK);
    }

    @Test
    void aPieceIsDecodedBeforeTheNextIsRead() {
        assertThat(positions(batches(0, 10_000))).hasSize(10_000);

        assertThat(log.waiting).hasSizeGreaterThan(9).containsOnly(0L);
    }

    @Test
    void largeEventsAreNoMoreThanTheLogGivesAtOnce() {
        log.most = 49;

        List<List<RecordedEvent>> batches = batches(0, 2_000);

        assertThat(batches).allSatisfy(batch -> assertThat(batch).hasSizeLessThanOrEqualTo(49));
        assertThat(positions(batches)).isEqualTo(range(1, 2_000));
    }

    @Test
    void aLogThatEndsBeforeTheStretchIsNotAskedForEver() {
        assertThatIllegalStateException().isThrownBy(() -> batches(0, 30_000)).withMessageContaining("20000");
    }

    @Test
    void whatFailsWithinABatchIsToldToWhoeverAskedForIt() {
        log.awayFrom = 1_000;

        assertThatIllegalStateException().isThrownBy(() -> batches(0, 20_000)).withMessage("the server is away");
    }

    private List<List<RecordedEvent>> batches(long after, long target) {
        var batches = new ArrayList<List<RecordedEvent>>();
        Batches stretch = of(after, target, LIMIT);
        for (List<RecordedEvent> batch = stretch.next(); !batch.isEmpty(); batch = stretch.next()) {
            batches.add(batch);
        }
        return batches;
    }

    private Batches of(long after, long target, int limit) {
        return new Batches(log, after, target, limit, new Rest(() -> false));
    }

    private static List<Long> positions(List<List<RecordedEvent>> batches) {
        return batches.stream()
                .flatMap(List::stream)
                .map(RecordedEvent::position)
                .toList();
    }

    private static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
