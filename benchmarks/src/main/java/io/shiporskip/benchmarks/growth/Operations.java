package io.shiporskip.benchmarks.growth;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import io.shiporskip.benchmarks.growth.Operation.Kind;
import io.shiporskip.benchmarks.growth.Operation.Preparation;
import io.shiporskip.benchmarks.growth.Operation.Timed;
import io.shiporskip.benchmarks.product.Filling;
import io.shiporskip.benchmarks.product.Product;
import io.shiporskip.benchmarks.product.Votes;
import io.shiporskip.log.append.NewEvent;
import io.shiporskip.log.read.LogReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.bson.Document;

/** What is measured on one product. Those that read the log's end come first: the others change what stands there. */
final class Operations {

    /** How many events a reader who was away takes at once. */
    static final int TAIL = 1_000;

    /** How many events all of them together add to the log, done once each. */
    static final int EVENTS = 3;

    /** How often in one round. */
    private static final int TIMES = 200;

    private static final int STREAM_PAGE = 256;

    private final Product product;
    private final Filling filling;
    private final Votes votes;
    private final LogReader reader;

    Operations(Product product, Filling filling) {
        this.product = product;
        this.filling = filling;
        this.votes = filling.votes();
        this.reader = product.log().reader();
    }

    List<Operation> all(Wakes wakes) {
        String anyTool = votes.tools().getFirst();
        return List.of(
                bounded("read the last 1,000 events", 0, Timed.whole(this::tail)),
                bounded("load one stream", 0, stream()),
                watched("open the leaderboard", "/"),
                watched("open a tool", "/tools/" + anyTool),
                watched("a tool's history", "/api/tools/" + anyTool + "/history"),
                watched("the audit feed's first 100", "/api/events?after=0&limit=100"),
                bounded("append a vote to the log", 1, append()),
                new Operation("append, event in a follower's hand", Kind.BOUNDED, 1, TIMES, wakes, wakes),
                voteOverHttp(),
                new Operation("plain insert of the same vote", Kind.PEER, 0, TIMES, Preparation.NONE, plainInsert()));
    }

    private static Operation bounded(String name, int events, Timed timed) {
        return new Operation(name, Kind.BOUNDED, events, TIMES, Preparation.NONE, timed);
    }

    private Operation watched(String name, String path) {
        Timed reading = Timed.whole(() -> product.site().read(path));
        return new Operation(name, Kind.WATCHED, 0, TIMES / 2, Preparation.NONE, reading);
    }

    private void tail() {
        long end = reader.head().position();
        long before = Math.max(0, end - TAIL);
        if (reader.after(before, TAIL).size() != end - before) {
            throw new IllegalStateException("the log's end has events missing, or grew while it was read");
        }
    }

    private Timed stream() {
        return () -> {
            String stream = filling.anyStream();
            return Timed.whole(() -> {
                        if (reader.stream(stream, 0, STREAM_PAGE).size() != 1) {
                            throw new IllegalStateException("no single vote in " + stream);
                        }
                    })
                    .once();
        };
    }

    private Timed append() {
        return () -> {
            var vote = votes.next();
            return Timed.whole(() -> product.log().appender().append(vote)).once();
        };
    }

    /** New visitors come first, off the clock; then their votes go one after another over one kept connection. */
    private Operation voteOverHttp() {
        record Visit(String visitor, String tool) {}
        Deque<Visit> visits = new ArrayDeque<>();
        return new Operation(
                "cast a vote over HTTP",
                Kind.BOUNDED,
                1,
                TIMES,
                times -> {
                    for (int i = 0; i < times; i++) {
                        String tool = votes.anyTool();
                        visits.add(new Visit(product.site().newVisitor(tool), tool));
                    }
                },
                Timed.whole(() -> {
                    Visit visit = visits.remove();
                    product.site().cast(visit.visitor(), visit.tool(), "ship");
                }));
    }

    /** What a vote costs that is a document and nothing more: no order, no chain, no stream, no reader. */
    private Timed plainInsert() {
        MongoCollection<Document> plain = product.database()
                .getCollection("plain-votes")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        return () -> {
            NewEvent event = votes.next().events().getFirst();
            Document vote = Document.parse(event.payload()).append("_id", event.aggregate());
            return Timed.whole(() -> plain.insertOne(vote)).once();
        };
    }
}
