package io.shiporskip.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.shiporskip.acceptance.product.Http;
import io.shiporskip.acceptance.product.Product;
import io.shiporskip.mongo.embedded.EmbeddedMongo;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The product killed while it fills, while it swaps, and at its first start after a swap: pages show what the log comes to
 * all the time, what was begun ends by itself, equal, and no permalink changes by a byte.
 */
class KilledWhileRebuildingTest {

    private static final String REBUILDS = "/api/projections/rebuilds";
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final int TRIES = 2;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void readsAreRightAndTheRebuildEndsEqualWheneverItIsKilled() throws IOException {
        try (Product product = Product.start(folder.resolve("data"))) {
            Http http = product.http();
            List<String> tools = Tallies.tools(http);
            String visitor = http.newVisitor();
            vote(http, tools, visitor, "ship");
            long head = http.head();
            Permalinks permalinks = Permalinks.taken(http, head / 2, head);

            killedWhileItFills(product, tools, visitor);
            permalinks.assertSame(http);
            killedWhileItSwaps(product, tools, visitor);
            permalinks.assertSame(http);
            killedAtItsFirstStartAfterASwap(product, tools);
            permalinks.assertSame(http);
        }
    }

    private static void killedWhileItFills(Product product, List<String> tools, String visitor) throws IOException {
        Http http = product.http();
        long head = http.head();
        String rebuild = start(product, "{\"eventsPerSecond\":" + head / 4 + "}");
        JsonNode before =
                until(product, rebuild, now -> now.required("position").longValue() > 0);
        assertThat(before.required("phase").stringValue()).isEqualTo("filling");
        vote(http, tools, visitor, "skip");
        product.kill();

        product.startAgain();
        assertReadsAreRight(http, tools);
        JsonNode after = http.json(rebuild, operator(product));
        assertThat(after.required("position").longValue())
                .as("it goes on, it does not start anew")
                .isGreaterThanOrEqualTo(before.required("position").longValue());
        assertEndsEqual(product, rebuild);
        assertReadsAreRight(http, tools);
    }

    /**
     * The moment is short, and a process cannot be stopped at a write: where it was hit is read from the folder that the
     * killed product left, and printed. Each write of a swap is crashed in the query side's KilledNodesTest.
     */
    private static void killedWhileItSwaps(Product product, List<String> tools, String visitor) throws IOException {
        Http http = product.http();
        boolean hit = false;
        for (int attempt = 0; attempt < TRIES && !hit; attempt++) {
            String rebuild = start(product, "{}");
            until(
                    product,
                    rebuild,
                    now -> List.of("comparing", "swapping", "swapped")
                            .contains(now.required("phase").stringValue()));
            product.kill();
            String phase = phase(product.data());
            System.out.println("killed while it was " + phase);
            hit = phase.equals("SWAPPING");
            product.startAgain();
            assertReadsAreRight(http, tools);
            vote(http, tools, visitor, attempt % 2 == 0 ? "ship" : "skip");
            assertEndsEqual(product, rebuild);
            assertReadsAreRight(http, tools);
        }
    }

    /** Once after the swap, and again as soon as the next start answers at all. */
    private static void killedAtItsFirstStartAfterASwap(Product product, List<String> tools) throws IOException {
        Http http = product.http();
        String rebuild = start(product, "{}");
        assertEndsEqual(product, rebuild);
        product.kill();
        product.beginToStart();
        await().atMost(LONG).pollInterval(Duration.ofMillis(5)).until(() -> answers(http));
        product.kill();

        product.startAgain();
        assertReadsAreRight(http, tools);
        assertEndsEqual(product, rebuild);
        for (JsonNode projection : http.json("/api/projections", operator(product))) {
            assertThat(projection.has("stopped")).isFalse();
            assertThat(projection.required("rebuild").required("state").stringValue())
                    .isEqualTo("done");
        }
    }

    private static boolean answers(Http http) {
        try {
            return http.get("/healthz/query").statusCode() > 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String phase(Path data) {
        try (EmbeddedMongo server = EmbeddedMongo.open(data);
                MongoClient client = MongoClients.create(server.connectionString())) {
            Document last = client.getDatabase("ship-or-skip")
                    .getCollection("rebuilds")
                    .find()
                    .sort(new Document("_id", -1))
                    .limit(1)
                    .first();
            return Objects.requireNonNull(last).getString("phase");
        }
    }

    private static String start(Product product, String body) throws IOException {
        HttpResponse<String> started = product.http()
                .send(
                        "POST",
                        REBUILDS,
                        body,
                        "Authorization",
                        "Bearer " + product.tokens().operator(),
                        "Content-Type",
                        "application/json");
        assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
        return REBUILDS + "/"
                + JsonMapper.shared().readTree(started.body()).required("id").asInt();
    }

    private static JsonNode until(Product product, String rebuild, Predicate<JsonNode> reached) {
        String[] operator = operator(product);
        return await().atMost(LONG)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> product.http().json(rebuild, operator), reached);
    }

    private static void assertEndsEqual(Product product, String rebuild) {
        JsonNode end = until(
                product, rebuild, now -> !now.required("state").stringValue().equals("running"));
        assertThat(end.required("state").stringValue()).as(end.toString()).isEqualTo("done");
        assertThat(end.required("equal").booleanValue()).as(end.toString()).isTrue();
    }

    private static void assertReadsAreRight(Http http, List<String> tools) throws IOException {
        assertThat(Tallies.shown(http, tools)).isEqualTo(Tallies.folded(http, tools));
    }

    private static void vote(Http http, List<String> tools, String visitor, String choice) throws IOException {
        for (String tool : tools) {
            HttpResponse<String> answer = http.vote(tool, choice, visitor);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    private static String[] operator(Product product) {
        return new String[] {"Authorization", "Bearer " + product.tokens().operator()};
    }
}
