package io.shiporskip.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two collections with the same documents, one with indexes and one without, must answer every query the same. */
class QueryAnswersTest {

    private static final long SEED = 20260131;
    private static final int DOCUMENTS = 300;
    private static final int QUERIES = 1_500;

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);

    @Test
    void indexesChangeNoAnswer() {
        try (EmbeddedMongo server = EmbeddedMongo.open(folder);
                Client client = new Client(server)) {
            MongoCollection<Document> plain = client.collection("plain");
            MongoCollection<Document> indexed = client.collection("indexed");
            for (String keys : List.of(
                    "{a: 1}",
                    "{b: -1}",
                    "{a: 1, b: -1}",
                    "{c: 1, a: 1, b: 1}",
                    "{'e.x': 1, 'e.y': 1}",
                    "{'e.y': -1}",
                    "{t: 1}")) {
                indexed.createIndex(Document.parse(keys));
            }
            indexed.createIndex(Document.parse("{s: 1, a: 1}"), new IndexOptions().sparse(true));
            List<Document> documents =
                    Stream.generate(this::document).limit(DOCUMENTS).toList();
            for (int i = 0; i < DOCUMENTS; i++) {
                documents.get(i).put("_id", i);
            }
            plain.insertMany(documents);
            indexed.insertMany(documents);
            for (int i = 0; i < DOCUMENTS; i += 3) {
                Document replacement = document();
                plain.replaceOne(new Document("_id", i), replacement);
                indexed.replaceOne(new Document("_id", i), replacement);
            }
            for (int i = 0; i < DOCUMENTS; i += 10) {
                plain.deleteOne(new Document("_id", i));
                indexed.deleteOne(new Document("_id", i));
            }
            for (int i = 0; i < QUERIES; i++) {
                Document query = query();
                Document sort = sort();
                int limit = random.nextInt(4) == 0 ? 1 + random.nextInt(20) : 0;
                assertThat(ids(indexed.find(query), sort, limit))
                        .as("seed %d: %s sort %s limit %d", SEED, query.toJson(), sort.toJson(), limit)
                        .isEqualTo(ids(plain.find(query), sort, limit));
            }
        }
    }

    private List<Object> ids(FindIterable<Document> found, Bson sort, int limit) {
        List<Object> ids = found.sort(sort)
                .limit(limit)
                .batchSize(1 + random.nextInt(50))
                .map(each -> each.get("_id"))
                .into(new ArrayList<>());
        assertThat(ids).doesNotHaveDuplicates();
        return ids;
    }

    private Document document() {
        Document document = new Document();
        maybe(document, "a", this::value);
        maybe(document, "b", this::value);
        maybe(document, "c", () -> random.nextInt(3));
        maybe(document, "s", () -> random.nextInt(3));
        maybe(
                document,
                "t",
                () -> Stream.generate(this::value).limit(random.nextInt(4)).toList());
        maybe(
                document,
                "e",
                () -> Stream.generate(() -> new Document("x", "k" + random.nextInt(4)).append("y", random.nextInt(6)))
                        .limit(random.nextInt(4))
                        .toList());
        return document;
    }

    private Object value() {
        return switch (random.nextInt(5)) {
            case 0 -> random.nextInt(8);
            case 1 -> (long) random.nextInt(8);
            case 2 -> random.nextInt(16) / 2.0;
            case 3 -> "s" + random.nextInt(4);
            default -> random.nextBoolean();
        };
    }

    private void maybe(Document document, String field, java.util.function.Supplier<Object> value) {
        if (random.nextInt(5) > 0) {
            document.put(field, value.get());
        }
    }

    private Document query() {
        Document query = new Document();
        for (String field : List.of("a", "b", "c", "s", "t", "e.x", "e.y", "_id")) {
            if (random.nextInt(4) == 0) {
                query.put(field, condition(field));
            }
        }
        if (random.nextInt(4) == 0) {
            Document together = new Document("x", "k" + random.nextInt(4)).append("y", range(() -> random.nextInt(6)));
            query.put(
                    "e",
                    new Document(
                            "$elemMatch",
                            random.nextBoolean()
                                    ? together
                                    : new Document(
                                            "$and",
                                            together.entrySet().stream()
                                                    .map(entry -> new Document(entry.getKey(), entry.getValue()))
                                                    .toList())));
        }
        return query;
    }

    private Object condition(String field) {
        java.util.function.Supplier<Object> value = switch (field) {
            case "c", "s", "e.y" -> () -> random.nextInt(6);
            case "e.x" -> () -> "k" + random.nextInt(4);
            case "_id" -> () -> random.nextInt(DOCUMENTS);
            default -> this::value;
        };
        return switch (random.nextInt(3)) {
            case 0 -> value.get();
            case 1 -> new Document("$in", List.of(value.get(), value.get(), value.get()));
            default -> range(value);
        };
    }

    private Document range(java.util.function.Supplier<Object> value) {
        Document range = new Document();
        if (random.nextInt(3) > 0) {
            range.put(random.nextBoolean() ? "$gt" : "$gte", value.get());
        }
        if (range.isEmpty() || random.nextBoolean()) {
            range.put(random.nextBoolean() ? "$lt" : "$lte", value.get());
        }
        return range;
    }

    /** Always down to the id, so that there is one right order. */
    private Document sort() {
        Document sort = new Document();
        for (String field : List.of("c", "a", "b")) {
            if (random.nextInt(3) == 0) {
                sort.put(field, random.nextBoolean() ? 1 : -1);
            }
        }
        sort.put("_id", random.nextBoolean() ? 1 : -1);
        return sort;
    }
}
