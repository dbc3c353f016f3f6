package io.shiporskip.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Space is used again: the file stays within three times the documents, however small the writes and however many. */
class GrowthTest {

    private static final int DOCUMENTS = 1_500;
    private static final int REPLACES = 1_500;
    private static final long START = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void theFileStaysWithinThreeTimesTheData() throws IOException {
        long live = 0;
        ForgetfulDisk.of(folder);
        try (EmbeddedMongo server = EmbeddedMongo.open(folder, ForgetfulDisk.SCHEME + ":", Housekeeping.EVERY_BYTES);
                Client client = new Client(server)) {
            MongoCollection<Document> votes = client.collection("votes");
            votes.createIndex(new Document("voter", 1), new IndexOptions().unique(true));
            for (int i = 0; i < DOCUMENTS; i++) {
                Document vote = vote(i, 0);
                live += size(vote);
                votes.insertOne(vote);
            }
            for (int i = 0; i < REPLACES; i++) {
                votes.replaceOne(Filters.eq("_id", i * 7 % DOCUMENTS), vote(i * 7 % DOCUMENTS, i));
            }
            assertThat(server.syncs()).isGreaterThanOrEqualTo(DOCUMENTS + REPLACES);
        }
        assertThat(Files.size(folder.resolve("mongo.mv.db"))).isLessThan(3 * live + START);
    }

    private static Document vote(int id, int version) {
        return new Document("_id", id)
                .append("voter", "voter-" + Integer.toHexString(id * 0x9E3779B9))
                .append("version", version)
                .append("text", "x".repeat(500));
    }

    private static int size(Document document) {
        BsonDocument bson = new RawBsonDocument(document, new DocumentCodec());
        return ((RawBsonDocument) bson).getByteBuffer().remaining();
    }
}
