package io.shiporskip.query.projecting.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import io.shiporskip.query.sample.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written byte by byte is what a tree of values, the id and the counter first, would come to. */
class DocumentFormTest {

    private static final BsonDocumentCodec TREES = new BsonDocumentCodec();
    private static final Point POINT = new Point(-1, "naïve ☕");

    @RegisterExtension
    static final TestDatabase server = new TestDatabase();

    private final DocumentForm<Sheet> form = new DocumentForm<>(Sheet.class, "position");

    public record Point(int x, String name) {}

    public enum Colour {
        RED
    }

    public record Sheet(
            String slug,
            @Nullable Point first,
            List<Point> points,
            Binary bytes,
            Instant at,
            Colour colour,
            boolean right,
            double share,
            @Nullable Long last) {}

    public record Counted(long position) {}

    static List<Sheet> sheets() {
        return List.of(
                new Sheet("", POINT, List.of(POINT, POINT), binary(3), Instant.EPOCH, Colour.RED, true, 0.5, 7L),
                new Sheet("a", null, List.of(), binary(0), Instant.EPOCH, Colour.RED, false, -0.0, null),
                new Sheet("long", null, List.of(POINT), binary(70_000), Instant.EPOCH, Colour.RED, true, 1, null));
    }

    private static Binary binary(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 0xee);
        return new Binary(bytes);
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void theBytesAreThoseOfATreeOfValuesInTheSameOrder(Sheet sheet) {
        for (String id : List.of("", "tool", "é".repeat(300), "a\0b")) {
            BsonDocument tree = tree(id, Long.MAX_VALUE - 1, sheet);
            RawBsonDocument raw = form.write(id, Long.MAX_VALUE - 1, sheet);

            assertThat(Arrays.copyOfRange(
                            raw.getBackingArray(), raw.getByteOffset(), raw.getByteOffset() + raw.getByteLength()))
                    .isEqualTo(bytes(tree));
            assertThat(raw).isEqualTo(tree);
            assertThat(new ArrayList<>(raw.keySet())).isEqualTo(new ArrayList<>(tree.keySet()));
        }
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void itIsReadBackFromBytesAndFromATree(Sheet sheet) {
        RawBsonDocument raw = form.write("tool", 17, sheet);

        for (BsonDocument document : List.of(raw, raw.decode(TREES))) {
            assertThat(form.id(document)).isEqualTo("tool");
            assertThat(form.count(document)).isEqualTo(17);
            assertThat(form.state(document)).isEqualTo(sheet);
        }
    }

    @Test
    void whatIsNullIsAbsent() {
        assertThat(form.write("tool", 17, sheets().get(1)).keySet())
                .contains("_id", "position", "share")
                .doesNotContain("first", "last");
    }

    @Test
    void itIsStoredAsItWasWrittenInBulkToo() {
        MongoDatabase database = server.fresh();
        MongoCollection<BsonDocument> collection = database.getCollection("sheets", BsonDocument.class);
        List<RawBsonDocument> written =
                List.of(form.write("a", 1, sheets().get(0)), form.write("b", 2, sheets().get(2)));

        assertThat(Bulk.allHit(
                        BulkWriter.UNORDERED,
                        collection,
                        List.of(
                                new InsertOneModel<>(written.get(0)),
                                new InsertOneModel<>(form.write("b", 1, sheets().get(1))))))
                .isTrue();
        assertThat(Bulk.allHit(
                        BulkWriter.UNORDERED,
                        collection,
                        List.of(new ReplaceOneModel<>(form.exactly("b", 1), written.get(1)))))
                .isTrue();

        assertThat(collection.find(RawBsonDocument.class).into(new ArrayList<>()))
                .isEqualTo(written);
    }

    @Test
    void aRecordThatHasACounterOfItsOwnIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DocumentForm<>(Counted.class, "position"));
        assertThat(new DocumentForm<>(Counted.class, "version").write("a", 1, new Counted(2)))
                .isEqualTo(BsonDocument.parse("{_id: 'a', version: {$numberLong: '1'}, position: {$numberLong: '2'}}"));
    }

    private static BsonDocument tree(String id, long count, Sheet sheet) {
        var body = new BsonDocument();
        MongoClientSettings.getDefaultCodecRegistry()
                .get(Sheet.class)
                .encode(
                        new BsonDocumentWriter(body),
                        sheet,
                        EncoderContext.builder().build());
        var tree = new BsonDocument("_id", new BsonString(id)).append("position", new BsonInt64(count));
        tree.putAll(body);
        return tree;
    }

    private static byte[] bytes(BsonDocument tree) {
        try (var buffer = new BasicOutputBuffer();
                var writer = new BsonBinaryWriter(buffer)) {
            TREES.encode(writer, tree, EncoderContext.builder().build());
            return buffer.toByteArray();
        }
    }
}
