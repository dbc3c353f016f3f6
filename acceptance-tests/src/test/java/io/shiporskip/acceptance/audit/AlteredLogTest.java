package io.shiporskip.acceptance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.shiporskip.acceptance.product.Product;
import io.shiporskip.mongo.testing.TestMongo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One byte of a stored event altered behind the product's back is found, and the block and its positions are named. */
class AlteredLogTest {

    /** A log altered in one of its last so many blocks is refused at the start: that is another test's matter. */
    private static final int BLOCKS_READ_AT_THE_START = 32;

    @Test
    void oneAlteredByteIsFoundAndNamed(@TempDir Path folder) throws IOException {
        Path data = folder.resolve("data");
        long block;
        long last;
        try (Product product = Product.start(data)) {
            String visitor = product.http().newVisitor();
            // One vote after the other, so that each is a block of its own and the first lies before the end.
            for (int vote = 0; vote <= BLOCKS_READ_AT_THE_START; vote++) {
                String choice = vote % 2 == 0 ? "ship" : "skip";
                assertThat(product.http()
                                .vote("smolvlm2-turbo", choice, visitor)
                                .statusCode())
                        .isEqualTo(200);
            }
            assertThat(product.verb("log", "verify").exitCode()).isZero();
            assertThat(product.stop()).isZero();

            Document altered = alterOneByteOfTheVote(data);
            block = altered.get("_id", Number.class).longValue();
            last = block + altered.get("n", Number.class).longValue() - 1;

            Product.Verb stopped = product.verb("log", "verify");
            assertThat(stopped.exitCode()).as(stopped.output()).isEqualTo(1);
            assertThat(stopped.output()).contains("block " + block + ", positions " + block + " to " + last);

            product.startAgain();
            Product.Verb running = product.verb("log", "verify");
            assertThat(running.exitCode()).as(running.output()).isEqualTo(1);
            assertThat(running.output()).contains("block " + block + ", positions " + block + " to " + last);
        }
    }

    private static Document alterOneByteOfTheVote(Path data) {
        try (TestMongo server = TestMongo.in(data);
                MongoClient client = MongoClients.create(server.uri())) {
            MongoCollection<Document> blocks = server.database(client).getCollection("blocks");
            Document block = Objects.requireNonNull(blocks.find(Filters.eq("events.name", "CommunityVoteCast"))
                    .sort(new Document("_id", 1))
                    .limit(1)
                    .first());
            Document event = block.getList("events", Document.class).stream()
                    .filter(one -> one.getString("payload").contains("\"voter\":\""))
                    .findFirst()
                    .orElseThrow();
            String payload = event.getString("payload");
            // One digit of the voter's hash: the event still reads, only the chain can tell.
            int digit = payload.indexOf("\"voter\":\"") + "\"voter\":\"".length();
            char other = payload.charAt(digit) == '0' ? '1' : '0';
            event.put("payload", payload.substring(0, digit) + other + payload.substring(digit + 1));
            assertThat(event.getString("payload")).isNotEqualTo(payload);
            blocks.replaceOne(Filters.eq("_id", block.get("_id")), block);
            return block;
        }
    }
}
