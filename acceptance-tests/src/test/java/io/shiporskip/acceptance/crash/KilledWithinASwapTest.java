package io.shiporskip.acceptance.crash;

import static io.shiporskip.acceptance.crash.Moment.Write.to;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.shiporskip.acceptance.product.Product;
import io.shiporskip.mongo.testing.TestMongo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The product killed exactly within a swap, and at the first write of its first start after one. The swap is held open at
 * one of its writes, on the way to MongoDB or back: pages are right while it is, after the kill, and to the end.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // opened before all tests
class KilledWithinASwapTest {

    private static final String ALIASES = "projections";
    private static final Moment.Write BEGUN = new Moment.Write("rebuilds", "SWAPPING");
    private static final Moment.Write ANY_STEP = to("rebuilds");

    private TestMongo server;
    private MongoClient client;
    private HoldingProxy proxy;
    private Product product;
    private List<String> tools;
    private String visitor;
    private Permalinks permalinks;
    private boolean ship;

    enum Within {
        BEFORE_THE_FIRST_ALIAS(0),
        AFTER_THE_FIRST_ALIAS(1),
        BEFORE_THE_FOURTH_ALIAS(3),
        AFTER_THE_FOURTH_ALIAS(4);

        /** How many read models have been swapped by then. */
        private final int swapped;

        Within(int swapped) {
            this.swapped = swapped;
        }

        /** Each swap is two writes of aliases: one makes the filled one live, one lets go of it. */
        Moment moment() {
            Moment before = Moment.lost(BEGUN, to(ALIASES));
            Moment after = Moment.unanswered(BEGUN, to(ALIASES));
            return switch (this) {
                case BEFORE_THE_FIRST_ALIAS -> before;
                case AFTER_THE_FIRST_ALIAS -> after;
                case BEFORE_THE_FOURTH_ALIAS -> before.after(6, ALIASES);
                case AFTER_THE_FOURTH_ALIAS -> after.after(6, ALIASES);
            };
        }
    }

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        server = TestMongo.in(folder.resolve("mongodb"));
        client = MongoClients.create(server.uri());
        proxy = new HoldingProxy(server.uri());
        product = Product.startOn(proxy.uri(), folder.resolve("data"));
        tools = Tallies.tools(product.http());
        visitor = product.http().newVisitor();
        vote();
        long head = product.http().head();
        permalinks = Permalinks.taken(product.http(), head / 2, head);
    }

    @AfterAll
    void close() throws IOException {
        product.close();
        proxy.close();
        client.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void readsAreRightAndTheRebuildEndsEqual(Within within) throws IOException {
        Rebuilding rebuild = killed(within);

        product.startAgain();
        assertEndsWell(rebuild);
    }

    @Test
    void soItIsWhenItIsKilledAgainAtItsFirstStart() throws IOException {
        Rebuilding rebuild = killed(Within.AFTER_THE_FOURTH_ALIAS);

        proxy.holdAt(Moment.unanswered(ANY_STEP));
        product.beginToStart();
        proxy.awaitHeld();
        product.kill();
        proxy.holdNothing();

        product.startAgain();
        assertEndsWell(rebuild);
    }

    private Rebuilding killed(Within within) throws IOException {
        vote();
        Map<String, Integer> before = generations();
        proxy.holdAt(within.moment());
        Rebuilding rebuild = Rebuilding.start(product, "{}");
        proxy.awaitHeld();

        assertThat(generations().entrySet().stream()
                        .filter(model -> !model.getValue().equals(before.get(model.getKey()))))
                .as("swapped when it was killed")
                .hasSize(within.swapped);
        Rebuilding.assertReadsAreRight(product, tools);
        product.kill();
        proxy.holdNothing();
        return rebuild;
    }

    private void assertEndsWell(Rebuilding rebuild) throws IOException {
        Rebuilding.assertReadsAreRight(product, tools);
        vote();
        rebuild.assertEndsEqual();
        Rebuilding.assertAllIsWell(product);
        Rebuilding.assertReadsAreRight(product, tools);
        permalinks.assertSame(product.http());
    }

    private void vote() throws IOException {
        ship = !ship;
        Rebuilding.vote(product, tools, visitor, ship ? "ship" : "skip");
    }

    /** The live generation of each read model, as it stands in the database. */
    private Map<String, Integer> generations() {
        var generations = new TreeMap<String, Integer>();
        for (Document alias : server.database(client).getCollection(ALIASES).find()) {
            generations.put(
                    alias.getString("_id"),
                    alias.get("generation", Number.class).intValue());
        }
        return generations;
    }
}
