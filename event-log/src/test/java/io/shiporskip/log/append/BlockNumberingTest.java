package io.shiporskip.log.append;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.log.Commits;
import io.shiporskip.log.LogHead;
import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.block.Block;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockNumberingTest {

    private static final String PREVIOUS = "0f".repeat(32);

    @Test
    void eventsAreNumberedThroughAllCommitsFromRightAfterTheHead() {
        LogHead head = new LogHead(41, PREVIOUS, Commits.TIME);

        Block block = BlockNumbering.after(head, List.of(Commits.of("a", 0, 2), Commits.of("b", 0, 1)), "a.1");

        assertThat(block.position()).isEqualTo(42);
        assertThat(block.previous()).isEqualTo(PREVIOUS);
        assertThat(block.events()).extracting(StoredEvent::position).containsExactly(42L, 43L, 44L);
        assertThat(block.events()).extracting(StoredEvent::aggregate).containsExactly("a", "a", "b");
    }
}
