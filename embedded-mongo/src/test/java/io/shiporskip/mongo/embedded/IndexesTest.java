package io.shiporskip.mongo.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queries and the constraints of the log and of read models. */
class IndexesTest {

    @TempDir
    Path folder;

    private EmbeddedMongo server;
    private Client client;
    private MongoCollection<Document> blocks;
    private MongoCollection<Document> tools;

    @BeforeEach
    void open() {
        server = EmbeddedMongo.open(folder);
        client = new Client(server);
        blocks = client.collection("blocks");
        blocks.createIndex(
                new Document("events.aggregate", 1).append("events.sequence", 1),
                new IndexOptions().unique(true).name("stream"));
        blocks.createIndex(
                new Document("events.id", 1), new IndexOptions().unique(true).name("event"));
        tools = client.collection("tools");
        tools.createIndex(new Document("category", 1).append("slug", 1), new IndexOptions().name("category"));
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    /** A block of events, each given as {@code aggregate sequence}; its id is made of both. */
    private static Document block(long id, String... events) {
        return new Document("_id", id)
                .append(
                        "events",
                        List.of(events).stream()
                                .map(event -> new Document("id", event)
                                        .append("aggregate", event.substring(0, event.indexOf(' ')))
                                        .append("sequence", Long.valueOf(event.substring(event.indexOf(' ') + 1))))
                                .toList());
    }

    private List<Long> found(Bson filter, Bson sort) {
        return blocks.find(filter).sort(sort).map(each -> each.getLong("_id")).into(new java.util.ArrayList<>());
    }

    @Test
    void noQueryOfTheLogOrOfAReadModelScans() {
        blocks.insertMany(IntStream.rangeClosed(1, 100)
                .mapToObj(i -> block(2L * i, "a" + i % 10 + " " + i, "b " + i))
                .toList());
        tools.insertMany(IntStream.range(0, 100)
                .mapToObj(i -> new Document("_id", i)
                        .append("category", "c" + i % 2)
                        .append("slug", "s" + (100 + i))
                        .append("position", 5L))
                .toList());

        assertThat(found(and(gte("_id", 10L), lt("_id", 15L)), ascending("_id")))
                .containsExactly(10L, 12L, 14L);
        assertThat(blocks.find(new Document("_id", new Document("$lte", 11L)))
                        .sort(descending("_id"))
                        .limit(1)
                        .first())
                .isEqualTo(block(10, "a5 5", "b 5"));
        assertThat(blocks.find().sort(descending("_id")).limit(1).map(each -> each.getLong("_id")))
                .containsExactly(200L);
        assertThat(found(
                        elemMatch("events", and(eq("aggregate", "a3"), gte("sequence", 13L), lt("sequence", 43L))),
                        ascending("_id")))
                .containsExactly(26L, 46L, 66L);
        assertThat(found(
                        elemMatch("events", and(eq("aggregate", "b"), gte("sequence", 3L), lt("sequence", 5L))),
                        ascending("_id")))
                .containsExactly(6L, 8L);
        assertThat(found(in("events.id", "a1 1", "b 1", "b 9"), ascending("_id")))
                .containsExactly(2L, 18L);
        assertThat(tools.find(and(eq("_id", 7), eq("position", 5L))).first()).isNotNull();
        assertThat(tools.find(and(eq("category", "c1"), gt("slug", "s150")))
                        .sort(ascending("slug"))
                        .limit(3)
                        .map(each -> each.get("slug")))
                .containsExactly("s151", "s153", "s155");
        assertThat(tools.find(eq("category", "c0"))
                        .sort(descending("slug"))
                        .limit(2)
                        .map(each -> each.get("slug")))
                .containsExactly("s198", "s196");

        assertThat(server.scans()).isEmpty();
    }

    @Test
    void aScanIsNoticed() {
        tools.insertOne(new Document("_id", 1).append("name", "x"));

        assertThat(tools.find(eq("name", "x")).first()).isNotNull();

        assertThat(server.scans())
                .singleElement()
                .asString()
                .contains("test.tools")
                .contains("name");
    }

    @Test
    void readingAWholeCollectionIsNoticedUnlessItIsLimited() {
        tools.insertOne(new Document("_id", 1));

        assertThat(tools.find().sort(descending("_id")).limit(1)).hasSize(1);
        assertThat(server.wholeReads()).isEmpty();
        assertThat(tools.find()).hasSize(1);

        assertThat(server.wholeReads()).singleElement().asString().contains("test.tools");
        assertThat(server.scans()).isEmpty();
    }

    @Test
    void anyNumberOfIdsIsLookedUp() {
        tools.insertMany(IntStream.range(0, 50)
                .mapToObj(i -> new Document("_id", "t" + i))
                .toList());
        List<String> many =
                IntStream.range(0, 20_000).mapToObj(i -> "t" + 7 * i).toList();

        assertThat(tools.find(in("_id", many)).sort(descending("_id")).map(each -> each.getString("_id")))
                .containsExactly("t7", "t49", "t42", "t35", "t28", "t21", "t14", "t0");
        assertThat(server.scans()).isEmpty();
    }

    @Test
    void aDuplicateNamesItsIndexAndLeavesNothingBehind() {
        blocks.insertOne(block(1, "a 0", "b 0"));

        assertDuplicate(() -> blocks.insertOne(block(1, "z 0")), "_id_");
        assertDuplicate(() -> blocks.insertOne(block(3, "c 0", "a 0")), "stream");
        Document sameEvent = block(3, "d 0", "e 0");
        sameEvent.getList("events", Document.class).get(1).put("id", "b 0");
        assertDuplicate(() -> blocks.insertOne(sameEvent), "event");

        assertThat(blocks.find()).hasSize(1);
        blocks.insertOne(block(3, "c 0", "d 0", "e 0", "z 0"));
        assertThat(found(eq("events.id", "e 0"), ascending("_id"))).containsExactly(3L);
    }

    @Test
    void aReplacedDocumentFreesItsKeysAndARefusedReplaceKeepsThem() {
        blocks.insertMany(List.of(block(1, "a 0"), block(2, "b 0")));

        assertDuplicate(() -> blocks.replaceOne(eq("_id", 2L), block(2, "c 0", "a 0")), "stream");
        assertThat(found(eq("events.id", "b 0"), ascending("_id"))).containsExactly(2L);
        assertThat(found(eq("events.id", "c 0"), ascending("_id"))).isEmpty();

        blocks.replaceOne(eq("_id", 1L), block(1, "c 0"));
        blocks.insertOne(block(3, "a 0"));
        assertThat(found(eq("events.id", "a 0"), ascending("_id"))).containsExactly(3L);
    }

    @Test
    void aUniqueIndexOverDuplicatesIsRefusedEachTime() {
        tools.insertMany(List.of(new Document("_id", 1).append("n", 1), new Document("_id", 2).append("n", 1)));

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> tools.createIndex(new Document("n", 1), new IndexOptions().unique(true)))
                    .isInstanceOfSatisfying(
                            MongoException.class, e -> assertThat(e.getCode()).isEqualTo(11000));
        }
        tools.deleteOne(eq("_id", 2));
        tools.createIndex(new Document("n", 1), new IndexOptions().unique(true));
        assertThat(tools.find(eq("n", 1))).hasSize(1);
    }

    private static void assertDuplicate(ThrowingCallable write, String index) {
        assertThatThrownBy(write)
                .isInstanceOfSatisfying(
                        MongoWriteException.class,
                        e -> assertThat(e.getError().getCode()).isEqualTo(11000))
                .hasMessageContaining(" " + index + " ");
    }
}
