package io.shiporskip.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shiporskip.acceptance.product.Http;
import io.shiporskip.acceptance.product.Product;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The product with all it holds, its embedded server too, killed while a rebuild fills, while it nears its end, and at the
 * first start after a swap: pages show what the log comes to all the time, what was begun ends by itself, equal, and no
 * permalink changes by a byte. Where exactly a swap is cut is {@link KilledWithinASwapTest}'s.
 */
class KilledWhileRebuildingTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void readsAreRightAndTheRebuildEndsEqualWheneverItIsKilled() throws IOException {
        try (Product product = Product.start(folder.resolve("data"))) {
            Http http = product.http();
            List<String> tools = Tallies.tools(http);
            String visitor = http.newVisitor();
            Rebuilding.vote(product, tools, visitor, "ship");
            long head = http.head();
            Permalinks permalinks = Permalinks.taken(http, head / 2, head);

            killedWhileItFills(product, tools, visitor);
            permalinks.assertSame(http);
            killedNearItsEnd(product, tools, visitor);
            permalinks.assertSame(http);
            killedAtItsFirstStartAfterASwap(product, tools);
            permalinks.assertSame(http);
        }
    }

    private static void killedWhileItFills(Product product, List<String> tools, String visitor) throws IOException {
        long head = product.http().head();
        Rebuilding rebuild = Rebuilding.start(product, "{\"eventsPerSecond\":" + head / 4 + "}");
        JsonNode before = rebuild.until(now -> now.required("position").longValue() > 0);
        assertThat(before.required("phase").stringValue()).isEqualTo("filling");
        Rebuilding.vote(product, tools, visitor, "skip");
        product.kill();

        product.startAgain();
        Rebuilding.assertReadsAreRight(product, tools);
        assertThat(rebuild.now().required("position").longValue())
                .as("it goes on, it does not start anew")
                .isGreaterThanOrEqualTo(before.required("position").longValue());
        rebuild.assertEndsEqual();
        Rebuilding.assertReadsAreRight(product, tools);
    }

    private static void killedNearItsEnd(Product product, List<String> tools, String visitor) throws IOException {
        Rebuilding rebuild = Rebuilding.start(product, "{}");
        rebuild.until(now -> List.of("comparing", "swapping", "swapped")
                .contains(now.required("phase").stringValue()));
        product.kill();

        product.startAgain();
        Rebuilding.assertReadsAreRight(product, tools);
        Rebuilding.vote(product, tools, visitor, "ship");
        rebuild.assertEndsEqual();
        Rebuilding.assertReadsAreRight(product, tools);
    }

    /** Once after the swap, and again as soon as the next start answers at all. */
    private static void killedAtItsFirstStartAfterASwap(Product product, List<String> tools) throws IOException {
        Http http = product.http();
        Rebuilding rebuild = Rebuilding.start(product, "{}");
        rebuild.assertEndsEqual();
        product.kill();
        product.beginToStart();
        await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(5)).until(() -> answers(http));
        product.kill();

        product.startAgain();
        Rebuilding.assertReadsAreRight(product, tools);
        rebuild.assertEndsEqual();
        Rebuilding.assertAllIsWell(product);
    }

    private static boolean answers(Http http) {
        try {
            return http.get("/healthz/query").statusCode() > 0;
        } catch (IOException notYet) {
            return false;
        }
    }
}
