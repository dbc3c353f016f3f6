package io.shiporskip.mongo.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndReplaceOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every operation that the product asks of the driver, as the driver sends it. */
class DriverOperationsTest {

    @TempDir
    Path folder;

    private EmbeddedMongo server;
    private Client client;
    private MongoCollection<Document> tools;

    @BeforeEach
    void open() {
        server = EmbeddedMongo.open(folder);
        client = new Client(server);
        tools = client.collection("tools");
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private static Document tool(String id, long position) {
        return new Document("_id", id).append("position", position);
    }

    @Test
    void whatIsInsertedIsFoundAlsoAfterARestart() {
        tools.insertOne(tool("a", 1));
        tools.insertMany(List.of(tool("b", 2), tool("c", 3)));
        tools.createIndex(
                new Document("position", 1), new IndexOptions().unique(true).name("by_position"));

        client.close();
        server.close();
        open();

        assertThat(tools.find()).containsExactly(tool("a", 1), tool("b", 2), tool("c", 3));
        assertThat(tools.find(eq("position", 2L))).containsExactly(tool("b", 2));
        assertThat(tools.listIndexes().map(index -> index.getString("name"))).containsExactly("_id_", "by_position");
        assertThat(client.mongo().getDatabase("test").listCollectionNames()).containsExactly("tools");
        assertThat(server.scans()).isEmpty();
    }

    @Test
    void aReplaceIsMadeOnlyFromThePositionItWasFoldedFrom() {
        tools.insertOne(tool("a", 1));

        assertThat(tools.replaceOne(and(eq("_id", "a"), eq("position", 1L)), tool("a", 2))
                        .getModifiedCount())
                .isEqualTo(1);
        assertThat(tools.replaceOne(and(eq("_id", "a"), eq("position", 1L)), tool("a", 3))
                        .getMatchedCount())
                .isZero();
        assertThat(tools.find()).containsExactly(tool("a", 2));
        assertThatThrownBy(() -> tools.replaceOne(
                        and(eq("_id", "a"), eq("position", 1L)), tool("a", 3), new ReplaceOptions().upsert(true)))
                .isInstanceOfSatisfying(
                        MongoWriteException.class,
                        e -> assertThat(e.getError().getCode()).isEqualTo(11000));
        assertThat(tools.replaceOne(eq("_id", "b"), tool("b", 3), new ReplaceOptions().upsert(true))
                        .getUpsertedId())
                .isNotNull();
        assertThat(tools.find()).containsExactly(tool("a", 2), tool("b", 3));
    }

    @Test
    void fieldsAreSetAndDocumentsReplacedWhereTheyAreFound() {
        tools.insertOne(tool("a", 1));

        assertThat(tools.updateOne(eq("_id", "a"), Updates.set("name", "A")).getModifiedCount())
                .isEqualTo(1);
        assertThat(tools.findOneAndUpdate(
                        eq("_id", "a"),
                        Updates.set("position", 2L),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .isEqualTo(tool("a", 2).append("name", "A"));
        assertThat(tools.findOneAndReplace(
                        eq("_id", "a"),
                        tool("a", 3),
                        new FindOneAndReplaceOptions().returnDocument(ReturnDocument.BEFORE)))
                .isEqualTo(tool("a", 2).append("name", "A"));
        assertThat(tools.find()).containsExactly(tool("a", 3));
        assertThat(tools.deleteOne(eq("_id", "a")).getDeletedCount()).isEqualTo(1);
        assertThat(tools.find()).isEmpty();
    }

    @Test
    void anUnorderedBulkDoesAllItCanAndNamesWhatItCannot() {
        tools.insertOne(tool("a", 1));

        assertThatThrownBy(() -> tools.bulkWrite(
                        List.of(
                                new InsertOneModel<>(tool("b", 1)),
                                new InsertOneModel<>(tool("a", 9)),
                                new ReplaceOneModel<>(and(eq("_id", "a"), eq("position", 1L)), tool("a", 2)),
                                new InsertOneModel<>(tool("c", 1))),
                        new BulkWriteOptions().ordered(false)))
                .isInstanceOfSatisfying(
                        MongoBulkWriteException.class,
                        e -> assertThat(e.getWriteErrors())
                                .singleElement()
                                .satisfies(error -> assertThat(error.getIndex()).isEqualTo(1))
                                .satisfies(error -> assertThat(error.getCode()).isEqualTo(11000)));

        assertThat(tools.find()).containsExactly(tool("a", 2), tool("b", 1), tool("c", 1));
    }

    @Test
    void aLongAnswerComesInBatchesWhileOthersWrite() {
        tools.insertMany(
                IntStream.range(0, 500).mapToObj(i -> tool("t" + (1000 + i), i)).toList());
        List<Object> seen = new ArrayList<>();

        for (Document document : tools.find().sort(new Document("_id", 1)).batchSize(7)) {
            seen.add(document.get("position"));
            tools.replaceOne(eq("_id", document.get("_id")), document.append("seen", true));
        }

        assertThat(seen)
                .isEqualTo(IntStream.range(0, 500).mapToObj(Long::valueOf).toList());
        assertThat(tools.find()
                        .sort(new Document("_id", -1))
                        .limit(2)
                        .batchSize(1)
                        .map(each -> each.get("_id")))
                .containsExactly("t1499", "t1498");
    }

    @Test
    void aDroppedCollectionIsGone() {
        tools.insertOne(tool("a", 1));
        tools.createIndex(new Document("position", 1));
        tools.drop();
        tools.drop();

        assertThat(client.mongo().getDatabase("test").listCollectionNames()).isEmpty();
        assertThat(tools.find()).isEmpty();
        tools.insertOne(tool("a", 7));
        assertThat(tools.find(eq("position", 7L))).containsExactly(tool("a", 7));
    }

    @Test
    void aPingIsAnswered() {
        assertThat(client.mongo()
                        .getDatabase("test")
                        .runCommand(new Document("ping", 1))
                        .get("ok"))
                .isEqualTo(1.0);
    }
}
