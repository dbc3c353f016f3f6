package io.shiporskip.benchmarks.product;

import io.shiporskip.log.append.Commit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Makes a log long, fast: many votes at once, through the product's own appender, its read models following. */
public final class Filling {

    /** How many tools it lists. */
    public static final int TOOLS = 24;

    private final Product product;
    private final int voters;
    private final Votes votes;
    private final List<String> streams = Collections.synchronizedList(new ArrayList<>());

    private Filling(Product product, int voters, Votes votes) {
        this.product = product;
        this.voters = voters;
        this.votes = votes;
    }

    /**
     * Lists the tools and casts one real vote, which the others are copied from.
     *
     * @param voters how many vote at once: about as many events share a block
     */
    public static Filling begin(Product product, int voters) throws IOException, InterruptedException {
        List<String> tools = tools();
        for (String tool : tools) {
            product.site().list(tool);
        }
        String tool = tools.getFirst();
        product.awaitFolded();
        long position = product.site().cast(product.site().newVisitor(tool), tool, "ship");
        return new Filling(
                product, voters, new Votes(product.log().reader().at(position).orElseThrow(), tools));
    }

    /** The slugs of the tools it lists. */
    public static List<String> tools() {
        return IntStream.range(0, TOOLS).mapToObj("measured-%02d"::formatted).toList();
    }

    public Votes votes() {
        return votes;
    }

    /** The stream of some vote that was filled in. */
    public String anyStream() {
        return streams.get(ThreadLocalRandom.current().nextInt(streams.size()));
    }

    /** Appends votes until the log's head is at a position, and waits until every read model is there too. */
    public void upTo(long position) throws InterruptedException, ExecutionException, IOException {
        AtomicLong left =
                new AtomicLong(position - product.log().reader().head().position());
        try (ExecutorService clients = Executors.newFixedThreadPool(voters)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < voters; i++) {
                all.add(clients.submit(() -> {
                    while (left.getAndDecrement() > 0) {
                        Commit vote = votes.next();
                        product.log().appender().append(vote);
                        streams.add(vote.events().getFirst().aggregate());
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        product.awaitFolded();
    }
}
