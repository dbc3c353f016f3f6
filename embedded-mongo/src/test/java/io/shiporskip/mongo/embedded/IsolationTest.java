package io.shiporskip.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may come in, and that nobody sees anything half done. */
class IsolationTest {

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

    @Test
    void whoDoesNotKnowTheSecretIsRefused() {
        String right = server.connectionString();
        for (String wrong :
                List.of(right.replaceFirst("appName=[^&]*&", ""), right.replaceFirst("appName=.", "appName=-"))) {
            try (Client stranger = new Client(wrong, 1)) {
                assertThatThrownBy(() -> stranger.collection("tools").find().first())
                        .isInstanceOf(MongoException.class);
            }
        }
        assertThat(tools.find()).isEmpty();
        assertThat(right).startsWith("mongodb://127.0.0.1:");
    }

    @Test
    void noAddressButLoopbackIsListenedOn() throws IOException {
        int port = new ConnectionString(server.connectionString())
                .getHosts().stream()
                        .map(host -> Integer.parseInt(host.substring(host.indexOf(':') + 1)))
                        .findFirst()
                        .orElseThrow();
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
        assumeThat(others).as("addresses of this machine besides loopback").isNotEmpty();
        for (InetAddress address : others) {
            assertThatThrownBy(() -> new Socket(address, port).close()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aFindNeverSeesHalfAReplace() {
        List<String> fields = IntStream.range(0, 40).mapToObj(i -> "f" + i).toList();
        MongoCollection<Document> fast = tools.withWriteConcern(WriteConcern.W1);
        fast.insertOne(all(fields, 0));
        AtomicBoolean stop = new AtomicBoolean();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (int i = 1; !stop.get(); i++) {
                fast.replaceOne(Filters.eq("_id", 1), all(fields, i));
            }
        });

        for (int i = 0; i < 3_000; i++) {
            Document seen = Objects.requireNonNull(fast.withReadConcern(ReadConcern.LOCAL)
                    .find(Filters.eq("_id", 1))
                    .first());
            seen.remove("_id");
            assertThat(seen.values()).hasSize(fields.size()).containsOnly(seen.get("f0"));
        }
        stop.set(true);
        writer.join();
    }

    private static Document all(List<String> fields, int value) {
        Document document = new Document("_id", 1);
        fields.forEach(field -> document.append(field, value));
        return document;
    }

    @Test
    void theCountsOfABulkWithErrorsAreRight() {
        tools.insertOne(new Document("_id", 2).append("n", "not a number"));
        List<Document> three = IntStream.rangeClosed(1, 3)
                .mapToObj(i -> new Document("_id", i))
                .toList();

        assertThatThrownBy(() -> tools.insertMany(three, new InsertManyOptions().ordered(false)))
                .isInstanceOfSatisfying(
                        MongoBulkWriteException.class,
                        e -> assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(2));
        assertThatThrownBy(() -> tools.bulkWrite(
                        IntStream.rangeClosed(1, 3)
                                .mapToObj(i -> new UpdateOneModel<Document>(Filters.eq("_id", i), Updates.inc("n", 1)))
                                .toList(),
                        new BulkWriteOptions().ordered(true)))
                .isInstanceOfSatisfying(MongoBulkWriteException.class, e -> {
                    assertThat(e.getWriteResult().getModifiedCount()).isEqualTo(1);
                    assertThat(e.getWriteErrors())
                            .singleElement()
                            .satisfies(error -> assertThat(error.getIndex()).isEqualTo(1));
                });
        assertThat(tools.find(Filters.eq("_id", 3)).first()).isEqualTo(new Document("_id", 3));
    }
}
