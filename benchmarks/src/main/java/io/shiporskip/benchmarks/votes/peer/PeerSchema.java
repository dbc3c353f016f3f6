package io.shiporskip.benchmarks.votes.peer;

import io.shiporskip.benchmarks.product.Filling;
import org.springframework.jdbc.core.JdbcTemplate;

/** A row a vote, a counter a tool. Room in the counters' pages keeps their updates in place (HOT). */
final class PeerSchema {

    private PeerSchema() {}

    static void make(JdbcTemplate jdbc) {
        jdbc.execute(
                "CREATE TABLE tools (slug text PRIMARY KEY, ships bigint NOT NULL, skips bigint NOT NULL) WITH (fillfactor = 20)");
        jdbc.execute(
                "CREATE TABLE votes (tool text NOT NULL, voter uuid NOT NULL, choice text NOT NULL, previous text, "
                        + "at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (tool, voter))");
        for (String tool : Filling.tools()) {
            jdbc.update("INSERT INTO tools VALUES (?, 0, 0)", tool);
        }
    }
}
