package io.shiporskip.log.append;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class BlockIdsTest {

    private final BlockIds ids = BlockIds.ofANewWriter();

    @Test
    void aBlockTellsItsWriter() {
        assertThat(BlockIds.writerOf(ids.next())).isEqualTo(ids.writer());
        assertThat(ids.writer()).isNotEqualTo(BlockIds.ofANewWriter().writer());
    }

    @Test
    void noTwoBlocksHaveOneIdThoughTheirWritersHaveOneName() {
        assertThat(ids.next()).isNotEqualTo(ids.next());
        assertThat(new BlockIds("a").next()).isNotEqualTo(new BlockIds("a").next());
    }

    @Test
    void aBlockFromBeforeIdsToldItIsNobodys() {
        assertThat(BlockIds.writerOf(UUID.randomUUID().toString())).isEmpty();
        assertThat(BlockIds.writerOf("")).isEmpty();
    }
}
