package io.shiporskip.benchmarks.product;

import java.io.IOException;
import java.util.List;

/** What anybody can read of a product over HTTP: each page and each document of the API. */
public final class Reads {

    private Reads() {}

    /** Reads each of them once, so that whatever they ask of the database has been asked. */
    public static void all(Site site, Votes votes) throws IOException, InterruptedException {
        String left = votes.tools().get(0);
        String right = votes.tools().get(1);
        String pair = left + "-vs-" + right;
        for (String path : List.of(
                "/",
                "/tools/" + left,
                "/compare",
                "/compare/" + pair,
                "/about/ranking",
                "/api/tools",
                "/api/tools/" + left,
                "/api/tools/" + left + "/history",
                "/api/tools/" + left + "/votes/me",
                "/api/comparisons",
                "/api/comparisons/" + pair,
                "/api/leaderboards/all?by=overall",
                "/api/leaderboards/all?by=panel",
                "/api/leaderboards/developer-tools?by=community",
                "/api/events?after=0&limit=1000",
                "/api/log/head",
                "/healthz/command",
                "/healthz/query")) {
            site.read(path);
        }
    }
}
