package io.shiporskip.mongo.embedded;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonBinarySubType;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonJavaScript;
import org.bson.BsonMaxKey;
import org.bson.BsonMinKey;
import org.bson.BsonNull;
import org.bson.BsonObjectId;
import org.bson.BsonRegularExpression;
import org.bson.BsonString;
import org.bson.BsonTimestamp;
import org.bson.BsonUndefined;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that are kept as the bytes that they came as. */
class ReceivedDocumentsTest {

    @TempDir
    private Path folder;

    private EmbeddedMongo server;
    private Client client;
    private MongoDatabase database;
    private MongoCollection<RawBsonDocument> documents;

    @BeforeEach
    void open() {
        server = EmbeddedMongo.open(folder);
        client = new Client(server);
        database = client.mongo().getDatabase("test");
        documents = database.getCollection("documents", RawBsonDocument.class);
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void everyKindOfValueComesBackAsItWasSent() {
        RawBsonDocument all = raw(everyKind());

        documents.insertOne(all);
        assertThat(bytes(found())).isEqualTo(bytes(all));

        documents.replaceOne(eq("_id", 1), raw(new BsonDocument("_id", new BsonInt32(1))));
        documents.replaceOne(eq("_id", 1), all);
        assertThat(bytes(found())).isEqualTo(bytes(all));
    }

    @Test
    void whatComesInsideOfTheCommandIsKeptAsWell() {
        BsonDocument sent = everyKind();

        database.runCommand(new BsonDocument("insert", new BsonString("documents"))
                .append("documents", new BsonArray(List.of(sent))));

        assertThat(bytes(found())).isEqualTo(bytes(raw(sent)));
    }

    @Test
    void oneWithoutAnIdGetsOne() {
        database.runCommand(new BsonDocument("insert", new BsonString("documents"))
                .append("documents", new BsonArray(List.of(new BsonDocument("a", new BsonInt32(1))))));

        assertThat(found()).containsKeys("_id", "a");
    }

    @Test
    void aReplacementKeepsTheIdAsItWas() {
        documents.insertOne(raw(new BsonDocument("_id", new BsonInt32(1))));

        documents.replaceOne(eq("_id", 1), raw(new BsonDocument("a", new BsonInt32(1))));
        assertThat(found()).isEqualTo(new BsonDocument("_id", new BsonInt32(1)).append("a", new BsonInt32(1)));

        documents.replaceOne(
                eq("_id", 1), raw(new BsonDocument("a", new BsonInt32(2)).append("_id", new BsonInt64(1))));
        assertThat(found()).isEqualTo(new BsonDocument("_id", new BsonInt32(1)).append("a", new BsonInt32(2)));

        assertThatThrownBy(() -> documents.replaceOne(eq("_id", 1), raw(new BsonDocument("_id", new BsonInt32(2)))))
                .isInstanceOf(MongoException.class)
                .hasMessageContaining("immutable");
    }

    @Test
    void oneThatReplacesNothingIsInserted() {
        RawBsonDocument sent = raw(BsonDocument.parse("{_id: 1, a: ['text', {b: 1}]}"));

        documents.replaceOne(eq("_id", 1), sent, new ReplaceOptions().upsert(true));

        assertThat(found()).isEqualTo(sent);
    }

    @Test
    void aUniqueIndexLooksIntoThem() {
        documents.createIndex(new BsonDocument("list.a", new BsonInt32(1)), new IndexOptions().unique(true));
        documents.insertOne(raw(BsonDocument.parse("{_id: 1, list: [{a: 1, b: 1}, {a: 2, b: 1}]}")));
        documents.insertOne(raw(BsonDocument.parse("{_id: 2, list: [{a: 3, b: 1}]}")));

        assertThatThrownBy(() -> documents.insertOne(raw(BsonDocument.parse("{_id: 3, list: [{a: 2}]}"))))
                .hasMessageContaining("E11000");
        assertThatThrownBy(() -> documents.replaceOne(eq("_id", 2), raw(BsonDocument.parse("{_id: 2, list: {a: 1}}"))))
                .hasMessageContaining("E11000");
        documents.replaceOne(eq("_id", 2), raw(BsonDocument.parse("{_id: 2, list: {a: 4}}")));
        documents.insertOne(raw(BsonDocument.parse("{_id: 4, list: {a: 3}}")));

        assertThat(documents.find(eq("list.a", 4)).first()).containsEntry("_id", new BsonInt32(2));
        assertThat(server.scans()).isEmpty();
    }

    @Test
    void whatHasNoPlaceInACommandIsRefusedAndTheServerGoesOn() {
        documents.insertOne(raw(new BsonDocument("_id", new BsonInt32(1))));

        assertThatThrownBy(() -> documents.updateOne(eq("_id", 1), List.of(Updates.set("a", 1))))
                .hasMessageContaining("'u' has to be a document here and is a list");
        for (String command : List.of(
                "{insert: 'documents'}",
                "{insert: 'documents', documents: []}",
                "{insert: 'documents', documents: [[1, 2]]}",
                "{insert: 'documents', documents: [1]}",
                "{update: 'documents', updates: [{q: {}}]}",
                "{update: 'documents', updates: [{u: {}}]}",
                "{update: 'documents', updates: [1]}",
                "{delete: 'documents', deletes: [{limit: 1}]}",
                "{findAndModify: 'documents', query: {}, update: [{$set: {a: 1}}]}")) {
            assertThatThrownBy(() -> database.runCommand(BsonDocument.parse(command)))
                    .as(command)
                    .hasMessageContaining("has to be");
        }

        assertThat(documents.find()).containsExactly(raw(new BsonDocument("_id", new BsonInt32(1))));
        documents.insertOne(raw(new BsonDocument("_id", new BsonInt32(2))));
    }

    static Stream<Named<byte[]>> notDocuments() {
        byte[] good = bytes(raw(BsonDocument.parse("{_id: 1, a: 'text', b: true, c: {d: 1}}")));
        return Stream.of(
                Named.of("a text without its zero", altered(good, "text", 4, 'x')),
                Named.of("a text of negative length", altered(good, "a\0", 5, (char) 0xff)),
                Named.of("a truth value of 7", altered(good, "b\0", 2, (char) 7)),
                Named.of("a document that says it is longer", altered(good, "c\0", 2, (char) 99)),
                Named.of("a value of an unknown type", altered(good, "b\0", -1, (char) 0x44)),
                Named.of("a field that stands there twice", altered(good, "b\0", 0, 'a')),
                Named.of("one that is nested too deeply", bytes(raw(nested(200)))));
    }

    private static BsonDocument nested(int depth) {
        BsonDocument document = new BsonDocument("_id", new BsonInt32(1));
        for (int i = 0; i < depth; i++) {
            document = new BsonDocument("_id", new BsonInt32(1)).append("a", document);
        }
        return document;
    }

    private static byte[] altered(byte[] document, String at, int offset, char to) {
        byte[] altered = document.clone();
        altered[new String(document, StandardCharsets.ISO_8859_1).indexOf(at) + offset] = (byte) to;
        return altered;
    }

    @ParameterizedTest
    @MethodSource("notDocuments")
    void whatIsNoDocumentIsRefusedAndChangesNothing(byte[] bytes) {
        assertThatThrownBy(() -> documents.insertOne(new RawBsonDocument(bytes)))
                .isInstanceOf(MongoException.class);

        documents.insertOne(raw(new BsonDocument("_id", new BsonInt32(2))));
        assertThat(documents.find()).containsExactly(raw(new BsonDocument("_id", new BsonInt32(2))));
    }

    private RawBsonDocument found() {
        return Objects.requireNonNull(documents.find().first());
    }

    private static BsonDocument everyKind() {
        return new BsonDocument("_id", new BsonInt32(1))
                .append("double", new BsonDouble(1.5))
                .append("text", new BsonString("\u00e9t\u00e9"))
                .append("document", new BsonDocument("a", new BsonDocument("b", new BsonInt32(1))))
                .append("list", new BsonArray(List.of(new BsonInt32(1), new BsonDocument("c", BsonNull.VALUE))))
                .append("many", new BsonArray(Collections.nCopies(120, new BsonInt32(1))))
                .append("bytes", new BsonBinary(new byte[] {1, 2, 3}))
                .append("own bytes", new BsonBinary((byte) 0x80, new byte[] {1, 2, 3}))
                .append("uuid", new BsonBinary(BsonBinarySubType.UUID_STANDARD, new byte[16]))
                .append("old uuid", new BsonBinary(BsonBinarySubType.UUID_LEGACY, new byte[16]))
                .append("undefined", new BsonUndefined())
                .append("objectId", new BsonObjectId(new ObjectId()))
                .append("truth", BsonBoolean.TRUE)
                .append("time", new BsonDateTime(1))
                .append("null", BsonNull.VALUE)
                .append("expression", new BsonRegularExpression(Pattern.quote("a"), "i"))
                .append("code", new BsonJavaScript("1 + 1"))
                .append("timestamp", new BsonTimestamp(1, 2))
                .append("long", new BsonInt64(Long.MAX_VALUE))
                .append("decimal", new BsonDecimal128(Decimal128.parse("1.10")))
                .append("least", new BsonMinKey())
                .append("greatest", new BsonMaxKey());
    }

    private static RawBsonDocument raw(BsonDocument document) {
        return new RawBsonDocument(document, new BsonDocumentCodec());
    }

    private static byte[] bytes(RawBsonDocument document) {
        byte[] bytes = new byte[document.getByteBuffer().remaining()];
        document.getByteBuffer().get(bytes);
        return bytes;
    }
}
