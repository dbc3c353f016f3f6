package io.shiporskip.command.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.command.running.RunningSite.Reply;
import io.shiporskip.log.StoredEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Many at once: no vote lost, none counted twice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConcurrentVotesTest {

    private static final int VOTERS = 200;
    private static final int CLICKS = 20;

    private RunningSite site;

    @BeforeAll
    void start(@TempDir Path folder) {
        site = RunningSite.start(folder);
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @Test
    void everyVoterIsCountedOnceWhoeverElseVotes() throws Exception {
        long before = site.list("crowd").position();
        List<String> cookies =
                IntStream.range(0, VOTERS).mapToObj(_ -> site.newVisitor()).toList();
        List<Reply> replies = together(IntStream.range(0, VOTERS)
                .<Callable<Reply>>mapToObj(i -> () -> vote("crowd", cookies.get(i), i % 3 == 0 ? "skip" : "ship"))
                .toList());

        assertThat(replies).extracting(Reply::status).containsOnly(200);
        assertThat(replies).extracting(Reply::position).doesNotHaveDuplicates();
        Map<String, Integer> tally = tally(site.eventsAfter(before));
        assertThat(tally.get("skip")).isEqualTo((VOTERS + 2) / 3);
        assertThat(tally.get("ship")).isEqualTo(VOTERS - (VOTERS + 2) / 3);
        assertThat(site.scans()).isEmpty();
    }

    @Test
    void aDoubleClickIsOneVote() throws Exception {
        long before = site.list("double-click").position();
        String me = site.newVisitor();
        List<Reply> replies = together(IntStream.range(0, CLICKS)
                .<Callable<Reply>>mapToObj(_ -> () -> vote("double-click", me, "ship"))
                .toList());

        assertThat(replies).extracting(Reply::status).containsOnly(200);
        assertThat(replies).extracting(Reply::position).containsOnly(site.head());
        assertThat(site.eventsAfter(before)).hasSize(1);
    }

    @Test
    void aVoterWhoCannotDecideStillCountsOnce() throws Exception {
        long before = site.list("undecided").position();
        String me = site.newVisitor();
        List<Reply> replies = together(IntStream.range(0, CLICKS)
                .<Callable<Reply>>mapToObj(i -> () -> vote("undecided", me, i % 2 == 0 ? "ship" : "skip"))
                .toList());

        assertThat(replies).extracting(Reply::status).containsOnly(200);
        List<StoredEvent> events = site.eventsAfter(before);
        Map<String, Integer> tally = tally(events);
        assertThat(tally.getOrDefault("ship", 0) + tally.getOrDefault("skip", 0))
                .isEqualTo(1);
        for (int i = 1; i < events.size(); i++) {
            assertThat(read(events.get(i), "countedBefore")).isEqualTo(read(events.get(i - 1), "countedAfter"));
            assertThat(read(events.get(i), "previousTime"))
                    .isEqualTo(events.get(i - 1).time().toString());
        }
    }

    private Reply vote(String slug, String cookie, String choice) {
        return site.ask("PUT", "/api/tools/" + slug + "/votes/me", "{\"choice\":\"" + choice + "\"}", "Cookie", cookie);
    }

    private static List<Reply> together(List<Callable<Reply>> asks) throws InterruptedException, ExecutionException {
        List<Reply> replies = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Reply> reply : threads.invokeAll(asks)) {
                replies.add(reply.get());
            }
        }
        return replies;
    }

    private static Map<String, Integer> tally(List<StoredEvent> events) {
        Map<String, Integer> tally = new HashMap<>();
        for (StoredEvent event : events) {
            tally.merge(read(event, "countedBefore"), -1, Integer::sum);
            tally.merge(read(event, "countedAfter"), 1, Integer::sum);
        }
        return tally;
    }

    private static String read(StoredEvent event, String field) {
        return RunningSite.json(event.payload()).get(field).asString();
    }
}
