package io.shiporskip.acceptance.crash;

import io.shiporskip.acceptance.product.Http;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/**
 * Many visitors who vote at once and, when an answer does not come, ask again until it does: what a vote ended as is then
 * known for each of them. Each visitor's votes follow one another; some go to one tool twice, which is a change.
 */
final class Electorate {

    private static final int AT_ONCE = 48;

    private final Http http;
    private final List<String> tools;
    private final int visitors;
    private final int votesEach;
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final Map<String, String> lastChoices = new ConcurrentHashMap<>();
    private final Object serving = new Object();
    private boolean isServing = true;
    private List<Future<?>> running = List.of();

    Electorate(Http http, List<String> tools, int visitors, int votesEach) {
        this.http = http;
        this.tools = tools;
        this.visitors = visitors;
        this.votesEach = votesEach;
    }

    void start() {
        ExecutorService crowd = Executors.newFixedThreadPool(AT_ONCE);
        running = IntStream.range(0, visitors)
                .<Future<?>>mapToObj(visitor -> crowd.submit(() -> voteAs(visitor)))
                .toList();
        crowd.shutdown();
    }

    int acknowledged() {
        return acknowledged.get();
    }

    void awaitAcknowledged(int votes) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> acknowledged.get() >= votes);
    }

    void serverIsGone() {
        synchronized (serving) {
            isServing = false;
        }
    }

    void serverIsBack() {
        synchronized (serving) {
            isServing = true;
            serving.notifyAll();
        }
    }

    /** Waits until every vote was acknowledged; answers with what they come to, tool by tool. */
    Map<String, Tally> awaitAll() {
        for (Future<?> voter : running) {
            try {
                voter.get();
            } catch (ExecutionException failure) {
                throw new AssertionError("A visitor could not vote", failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
        Map<String, Tally> tallies = new HashMap<>();
        lastChoices.forEach((ballot, choice) ->
                tallies.merge(ballot.substring(ballot.indexOf(' ') + 1), Tally.of(choice), Tally::plus));
        return tallies;
    }

    private Void voteAs(int visitor) throws InterruptedException {
        String cookie = untilAnswered(http::newVisitor);
        for (int vote = 0; vote < votesEach; vote++) {
            String tool = tools.get((visitor * (1 + vote * 6) + vote * 5) % tools.size());
            String choice = (visitor + vote) % 3 == 0 ? "skip" : "ship";
            untilAnswered(() -> accepted(http.vote(tool, choice, cookie)));
            lastChoices.put(visitor + " " + tool, choice);
            acknowledged.incrementAndGet();
        }
        return null;
    }

    private static String accepted(HttpResponse<String> answer) throws IOException {
        return switch (answer.statusCode()) {
            case 200 -> answer.body();
            // Busy, or nobody knows: the same vote again ends the same way, once.
            case 503, 504 -> throw new IOException("to be asked again: " + answer.body());
            default -> throw new AssertionError("A vote answered " + answer.statusCode() + ": " + answer.body());
        };
    }

    private String untilAnswered(Attempt attempt) throws InterruptedException {
        while (true) {
            try {
                return attempt.run();
            } catch (IOException unanswered) {
                synchronized (serving) {
                    while (!isServing) {
                        serving.wait();
                    }
                }
            }
        }
    }

    private interface Attempt {
        String run() throws IOException;
    }
}
