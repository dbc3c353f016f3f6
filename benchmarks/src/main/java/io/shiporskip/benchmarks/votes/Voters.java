package io.shiporskip.benchmarks.votes;

import io.shiporskip.benchmarks.load.KeptConnection;
import io.shiporskip.benchmarks.load.KeptConnection.Answer;
import io.shiporskip.benchmarks.load.Load;
import io.shiporskip.benchmarks.product.Filling;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Browsers that vote at one server, each over a kept connection. A visitor votes on every tool once, in an order of their
 * own, and each {@value #CHANGES_ONE_IN}th vote is followed by a change of mind; then another visitor sits down.
 */
public final class Voters implements AutoCloseable {

    private static final int CHANGES_ONE_IN = 10;
    private static final int FIRST_ERROR = 300;

    private record Ballot(String visitor, String tool, String choice) {}

    /** One browser: used by one thread at a time. */
    private static final class Browser {
        final KeptConnection connection;
        final Deque<Ballot> ballots = new ArrayDeque<>();
        int cast;

        Browser(int port) {
            connection = new KeptConnection(port);
        }
    }

    private final List<Browser> browsers = new ArrayList<>();
    private final ConcurrentLinkedQueue<String> visitors = new ConcurrentLinkedQueue<>();

    public Voters(int port, int clients) {
        for (int i = 0; i < clients; i++) {
            browsers.add(new Browser(port));
        }
    }

    /** Gets so many visitors their cookies, off the clock, over new connections: old ones may have been idle too long. */
    void prepare(int count) throws Exception {
        close();
        int each = Math.max(0, count - visitors.size()) / browsers.size() + 1;
        Load.times(browsers.size(), each, client -> () -> visitors.add(newVisitor(browsers.get(client))));
    }

    /** What a client casts next. */
    public Load.Request next(int client) throws IOException {
        Browser browser = browsers.get(client);
        if (browser.ballots.isEmpty()) {
            sitDown(browser);
        }
        Ballot ballot = browser.ballots.remove();
        return () -> cast(browser, ballot);
    }

    private void sitDown(Browser browser) throws IOException {
        String waiting = visitors.poll();
        String visitor = waiting == null ? newVisitor(browser) : waiting;
        List<String> tools = new ArrayList<>(Filling.tools());
        Collections.shuffle(tools);
        for (String tool : tools) {
            browser.ballots.add(new Ballot(visitor, tool, "ship"));
            if (++browser.cast % CHANGES_ONE_IN == 0) {
                browser.ballots.add(new Ballot(visitor, tool, "skip"));
            }
        }
    }

    private static String newVisitor(Browser browser) throws IOException {
        Answer answer = accepted(
                browser.connection.send("GET", path(Filling.tools().getFirst()), "Accept: application/json\r\n", ""));
        String cookie = answer.headers().getOrDefault("set-cookie", "");
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private static void cast(Browser browser, Ballot ballot) throws IOException {
        accepted(browser.connection.send(
                "PUT",
                path(ballot.tool()),
                "Content-Type: application/json\r\nAccept: application/json\r\nCookie: " + ballot.visitor() + "\r\n",
                "{\"choice\":\"" + ballot.choice() + "\"}"));
    }

    private static Answer accepted(Answer answer) throws IOException {
        if (answer.status() >= FIRST_ERROR) {
            throw new IOException("answered " + answer.status() + ": " + answer.body());
        }
        return answer;
    }

    private static String path(String tool) {
        return "/api/tools/" + tool + "/votes/me";
    }

    @Override
    public void close() throws IOException {
        for (Browser browser : browsers) {
            browser.connection.close();
        }
    }
}
