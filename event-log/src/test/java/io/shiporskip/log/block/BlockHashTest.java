package io.shiporskip.log.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.log.LogHead;
import io.shiporskip.log.StoredEvent;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.Test;

/** The chain is for others to check: these bytes and hashes may never change. */
class BlockHashTest {

    private static final Instant TIME = Instant.ofEpochMilli(1);
    private static final Instant AT = Instant.ofEpochMilli(258);
    private static final StoredEvent FIRST =
            new StoredEvent(7, "i", "c", "é", "T", 2, "N", "1", TIME, AT, "{\"a\":1}", "{}");
    private static final StoredEvent SECOND = new StoredEvent(8, "j", "c", "j", null, 0, "N", "1", TIME, AT, "", "{}");

    @Test
    void canonicalBytes() {
        assertThat(HexFormat.of().formatHex(CanonicalBytes.of(7, AT, List.of(FIRST, SECOND))))
                .isEqualTo("0000000000000007" + "0000000000000102" + "00000002"
                        + "00000001" + "69" + "00000001" + "63" + "00000002" + "c3a9" + "00000001" + "54"
                        + "0000000000000002" + "00000001" + "4e" + "00000001" + "31" + "0000000000000001"
                        + "00000007" + "7b2261223a317d" + "00000002" + "7b7d"
                        + "00000001" + "6a" + "00000001" + "63" + "00000001" + "6a" + "ffffffff"
                        + "0000000000000000" + "00000001" + "4e" + "00000001" + "31" + "0000000000000001"
                        + "00000000" + "00000002" + "7b7d");
    }

    @Test
    void hash() {
        String first = BlockHash.of(LogHead.ORIGIN, 7, AT, List.of(FIRST, SECOND));

        assertThat(first).isEqualTo("c6d643786f88edec150b32a18e2807ed5142217ecaa5ffc7e168ef19f15ef446");
        assertThat(BlockHash.of(first, 9, AT, List.of(FIRST)))
                .isEqualTo("82e9cd45796f8c4693a8491953d79480d7df942a47983ca6d1ccb3be6b96de1d");
    }

    @Test
    void aBlockIsReadBackAsItWasWritten() {
        Block block = new Block(7, "id", AT, LogHead.ORIGIN, "h", List.of(FIRST, SECOND));

        assertThat(new RawBsonDocument(block, new BlockCodec()).decode(new BlockCodec()))
                .isEqualTo(block);
    }
}
