package io.shiporskip.benchmarks.visible;

import io.shiporskip.benchmarks.figures.Durations;
import io.shiporskip.benchmarks.load.KeptConnection;
import io.shiporskip.benchmarks.load.KeptConnection.Answer;
import io.shiporskip.benchmarks.load.PacedLoad;
import io.shiporskip.benchmarks.product.Filling;
import io.shiporskip.benchmarks.product.Site;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Voters at an even pace who look at the leaderboard as soon as their vote is answered, and wait until it shows. */
final class WatchedVotes implements AutoCloseable {

    private static final int CLIENTS = 16;
    private static final int OK = 200;
    private static final Pattern POSITION = Pattern.compile("\"position\"\\s*:\\s*(\\d+)");
    private static final String BOARD = "/api/leaderboards/all?by=overall";
    private static final String JSON = "Content-Type: application/json\r\n";

    private final List<KeptConnection> writing = new ArrayList<>();
    private final List<KeptConnection> reading = new ArrayList<>();
    private final int rate;
    private Durations visible = new Durations();
    private Durations plain = new Durations();

    WatchedVotes(Site writes, Site reads, int rate) throws Exception {
        this.rate = rate;
        for (String tool : Filling.tools()) {
            writes.list(tool);
        }
        for (int i = 0; i < CLIENTS; i++) {
            writing.add(new KeptConnection(writes.port()));
            reading.add(new KeptConnection(reads.port()));
        }
    }

    void run(Duration length) throws Exception {
        List<Long> plainReads = Collections.synchronizedList(new ArrayList<>());
        visible = PacedLoad.run(CLIENTS, rate, length, client -> {
            long position = vote(client);
            long start = System.nanoTime();
            read(client, BOARD + "&atLeast=" + position);
            long shown = System.nanoTime();
            read(client, BOARD);
            plainReads.add(System.nanoTime() - shown);
            return shown - start;
        });
        plain = new Durations();
        plainReads.forEach(plain::add);
    }

    Durations visible() {
        return visible;
    }

    Durations plain() {
        return plain;
    }

    private long vote(int client) throws IOException {
        List<String> tools = Filling.tools();
        String path = "/api/tools/" + tools.get(ThreadLocalRandom.current().nextInt(tools.size())) + "/votes/me";
        String cookie = read(client, path).headers().getOrDefault("set-cookie", ";");
        String headers = JSON + "Cookie: " + cookie.substring(0, cookie.indexOf(';')) + "\r\n";
        Answer answer = accepted(writing.get(client).send("PUT", path, headers, "{\"choice\":\"ship\"}"));
        Matcher position = POSITION.matcher(answer.body());
        if (!position.find()) {
            throw new IOException("no position in " + answer.body());
        }
        return Long.parseLong(position.group(1));
    }

    private Answer read(int client, String path) throws IOException {
        return accepted(reading.get(client).send("GET", path, "", ""));
    }

    private static Answer accepted(Answer answer) throws IOException {
        if (answer.status() != OK) {
            throw new IOException("answered " + answer.status() + ": " + answer.body());
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        for (KeptConnection connection : writing) {
            connection.close();
        }
        for (KeptConnection connection : reading) {
            connection.close();
        }
    }
}
