package io.shiporskip.benchmarks.growth;

import io.shiporskip.benchmarks.figures.Durations;
import io.shiporskip.benchmarks.product.Filling;
import io.shiporskip.benchmarks.product.Product;
import io.shiporskip.benchmarks.product.Reads;
import java.util.List;

/**
 * A product whose log has some length. Whatever the length, it is filled and warmed up the same way before a round, so the
 * log's last events are cut into blocks alike, and only what lies before them differs.
 */
final class Length {

    private final Product product;
    private final Filling filling;
    private final List<Operation> operations;
    private final int warmUp;

    Length(Product product, int voters, int warmUp) throws Exception {
        this.product = product;
        this.filling = Filling.begin(product, voters);
        this.operations = new Operations(product, filling).all(new Wakes(product, filling.votes()));
        this.warmUp = warmUp;
    }

    /** How many events a log has at the least after so many warm-ups: the tools, one real vote, one filled in, the warm-up's. */
    static int shortest(int warmUp) {
        return Filling.TOOLS + 2 + Operations.EVENTS * warmUp;
    }

    long position() {
        return product.log().reader().head().position();
    }

    List<Operation> operations() {
        return operations;
    }

    /** Fills in and warms up, so that measuring starts with the log's head at this position. */
    void reach(long position) throws Exception {
        filling.upTo(position - (long) Operations.EVENTS * warmUp);
        for (int operation = 0; operation < operations.size(); operation++) {
            measured(operation, warmUp);
        }
    }

    /** Reads everything that can be read of the product once. */
    void readEverything() throws Exception {
        Reads.all(product.site(), filling.votes());
    }

    /** Does one of the operations so many times, and waits until the product has settled. */
    Durations measured(int operation, int times) throws Exception {
        Durations durations = operations.get(operation).measured(times);
        product.awaitFolded();
        return durations;
    }
}
