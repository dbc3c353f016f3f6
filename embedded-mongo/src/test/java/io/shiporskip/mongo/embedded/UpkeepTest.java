package io.shiporskip.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UpkeepTest {

    private static final long MEGABYTE = 1 << 20;

    @Test
    void theProductsHeapOf512MegabytesHasACacheOf64AndAJournalOf8() {
        Upkeep upkeep = Upkeep.forHeap(512 * MEGABYTE);

        assertThat(upkeep.cacheMegabytes()).isEqualTo(64);
        assertThat(upkeep.journalBytes()).isEqualTo(8 * MEGABYTE);
        assertThat(upkeep.pagesBytes()).isEqualTo(16 * MEGABYTE);
    }

    @Test
    void bothHaveBounds() {
        assertThat(Upkeep.forHeap(Long.MAX_VALUE)).isEqualTo(new Upkeep(1024, 32 * MEGABYTE, 4 * MEGABYTE));
        assertThat(Upkeep.forHeap(0)).isEqualTo(new Upkeep(16, 4 * MEGABYTE, 4 * MEGABYTE));
    }

    @Test
    void aCheckpointIsDueWhenTheJournalOrThePagesAreFull() {
        Upkeep upkeep = new Upkeep(16, 1_000, 1);

        assertThat(upkeep.isFull(1_000, 2_000)).isFalse();
        assertThat(upkeep.isFull(1_001, 0)).isTrue();
        assertThat(upkeep.isFull(0, 2_001)).isTrue();
    }

    @Test
    void writesWaitWhenTheJournalHasOutrunACheckpointFourTimes() {
        Upkeep upkeep = new Upkeep(16, 1_000, 1);

        assertThat(upkeep.isOverfull(4_000)).isFalse();
        assertThat(upkeep.isOverfull(4_001)).isTrue();
    }
}
