package io.shiporskip.benchmarks.votes.peer;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The vote's upsert and the tool's counter in one transaction: as two statements, or joined into one, which saves round
 * trips while the counter's row is locked. The driver prepares both on the server after a few uses.
 */
final class BothStatements {

    private static final String VOTE = "INSERT INTO votes AS v (tool, voter, choice) SELECT slug, ?, ? FROM tools "
            + "WHERE slug = ? ON CONFLICT (tool, voter) DO UPDATE SET previous = v.choice, choice = EXCLUDED.choice, "
            + "at = now() RETURNING tool, choice, previous";

    private static final String COUNT =
            "UPDATE tools SET ships = ships + ?, skips = skips + ? WHERE slug = ? " + "RETURNING ships, skips";

    private static final String JOINED = "WITH vote AS (" + VOTE + ") UPDATE tools SET "
            + "ships = ships + (vote.choice = 'ship')::int - coalesce((vote.previous = 'ship')::int, 0), "
            + "skips = skips + (vote.choice = 'skip')::int - coalesce((vote.previous = 'skip')::int, 0) "
            + "FROM vote WHERE slug = vote.tool RETURNING ships, skips";

    /** What a tool has after a vote. */
    record Counts(long ships, long skips) {}

    private record Upserted(String choice, String previous) {

        int change(String of) {
            return (choice.equals(of) ? 1 : 0) - (previous.equals(of) ? 1 : 0);
        }
    }

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    BothStatements(JdbcTemplate jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** @return empty when there is no such tool */
    List<Counts> joined(String tool, UUID voter, String choice) {
        return jdbc.query(JOINED, (row, _) -> new Counts(row.getLong(1), row.getLong(2)), voter, choice, tool);
    }

    /** @return empty when there is no such tool */
    List<Counts> oneAfterTheOther(String tool, UUID voter, String choice) {
        List<Counts> counts = transactions.execute(_ -> jdbc
                .query(
                        VOTE,
                        (row, _) -> new Upserted(row.getString(2), row.getString(3) == null ? "" : row.getString(3)),
                        voter,
                        choice,
                        tool)
                .stream()
                .flatMap(vote -> jdbc
                        .query(
                                COUNT,
                                (row, _) -> new Counts(row.getLong(1), row.getLong(2)),
                                vote.change("ship"),
                                vote.change("skip"),
                                tool)
                        .stream())
                .toList());
        return counts == null ? List.of() : counts;
    }
}
