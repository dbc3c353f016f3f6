package io.shiporskip.log.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shiporskip.log.LogHead;
import io.shiporskip.log.StoredEvent;
import java.time.Instant;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockCodecTest {

    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final Block BLOCK = new Block(
            7,
            "id",
            TIME,
            LogHead.ORIGIN,
            LogHead.ORIGIN,
            List.of(
                    new StoredEvent(7, "e", "c", "a", "Thing", 3, "N", "1", TIME, TIME, "{}", "{}"),
                    new StoredEvent(8, "f", "c", "f", null, 0, "N", "1", TIME, TIME, "\"x\"", "{}")));
    private static final BlockCodec CODEC = new BlockCodec();

    /** Without them a small 64-bit number would come back as one of 32 bits, and any text would be no block. */
    private static final JsonWriterSettings WITH_TYPES =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    @Test
    void aBlockIsReadAsItWasWritten() {
        assertThat(new RawBsonDocument(BLOCK, CODEC).decode(CODEC)).isEqualTo(BLOCK);
    }

    @Test
    void theTextsThatAreChangedBelowAreABlockAsTheyAre() {
        assertThat(document(json()).decode(CODEC)).isEqualTo(BLOCK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"_id", "n", "block", "at", "previous", "hash", "events"})
    void aDocumentWithAnotherFieldIsNoBlock(String field) {
        assertNoBlock(renamed(json(), field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"id", "commit", "aggregate", "type", "sequence", "name", "revision", "time", "payload", "meta"})
    void anEventWithAnotherFieldIsNone(String field) {
        assertNoBlock(renamed(json(), field));
    }

    @Test
    void aBlockHoldsAsManyEventsAsItSays() {
        BsonDocument more = BsonDocument.parse(json()).append("n", new BsonInt32(3));

        assertNoBlock(more.toJson(WITH_TYPES));
    }

    private static String json() {
        return new RawBsonDocument(BLOCK, CODEC).toJson(WITH_TYPES);
    }

    private static String renamed(String json, String field) {
        String changed = json.replaceFirst("\"" + field + "\":", "\"" + field + "x\":");
        assertThat(changed).isNotEqualTo(json);
        return changed;
    }

    private static void assertNoBlock(String json) {
        RawBsonDocument document = document(json);
        assertThatThrownBy(() -> document.decode(CODEC)).isInstanceOf(RuntimeException.class);
    }

    private static RawBsonDocument document(String json) {
        return new RawBsonDocument(BsonDocument.parse(json), new BsonDocumentCodec());
    }
}
