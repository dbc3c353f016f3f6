package io.shiporskip.log.append;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.log.Commits;
import io.shiporskip.log.LogHead;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.TestServer;
import io.shiporskip.log.block.Block;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogEvidenceTest {

    private final MongoDatabase database = TestServer.newDatabase();
    private final LogEvidence evidence = new LogEvidence(database);
    private final Commit free = Commits.of("free", 0, 1);
    private final Commit commit = Commits.of("a", 0, 2);
    private final Block block = BlockNumbering.after(LogHead.EMPTY, List.of(commit), "mine.1");

    @Test
    void nothingStandsInAnEmptyLog() {
        assertThat(evidence.ownerOfSlot(block)).isEmpty();
        assertThat(evidence.firstHeldByAnother(block, commit)).isEmpty();
    }

    @Test
    void theSlotSaysWhoseItIs() {
        assertThat(new BlockInsert(database).send(block)).isEqualTo(new Answer.Acknowledged());

        assertThat(evidence.ownerOfSlot(block)).contains(block.id());
        assertThat(evidence.ownerOfSlot(BlockNumbering.after(block.asHead(), List.of(free), "other.1")))
                .isEmpty();
    }

    @Test
    void aKeyThatOurOwnBlockHoldsRefusesNobody() {
        new BlockInsert(database).send(block);

        assertThat(evidence.firstHeldByAnother(block, commit)).isEmpty();
    }

    @Test
    void aKeyOfAnotherBlockRefusesTheFirstEventThatClaimsIt() {
        new BlockInsert(database).send(block);
        Commit place = Commits.of(Commits.event("b", 0), Commits.event("a", 1));
        NewEvent held = commit.events().getFirst();
        Commit id = Commits.of(
                Commits.event("c", 0),
                Commits.event("c", 1),
                new NewEvent(held.id(), "c", "Thing", 2, "X", "1", Commits.TIME, "{}", "{}"));
        Block other = BlockNumbering.after(block.asHead(), List.of(free, place, id), "other.1");

        assertThat(evidence.firstHeldByAnother(other, free)).isEmpty();
        assertThat(evidence.firstHeldByAnother(other, place)).hasValue(1);
        assertThat(evidence.firstHeldByAnother(other, id)).hasValue(2);
        assertThat(TestServer.scans(database)).isEmpty();
    }

    @Test
    void ofAWholeBlockItNamesEachLoserAndItsFirstLostEvent() {
        Random random = new Random(5);
        List<Commit> standing = new ArrayList<>();
        try (BlockAppender appender = new BlockAppender(database, new LogWakeUp(), AppenderSettings.DEFAULT)) {
            for (int i = 0; i < 30; i++) {
                standing.add(Commits.of("held-" + i, random.nextInt(3), 2));
                appender.append(standing.getLast());
            }
        }
        List<Commit> commits = new ArrayList<>();
        Map<Commit, Integer> expected = new HashMap<>();
        for (int i = 0; i < 100; i++) {
            NewEvent fresh = Commits.event("fresh-" + i, random.nextInt(4));
            NewEvent held = standing.get(random.nextInt(30)).events().get(random.nextInt(2));
            commits.add(
                    switch (random.nextInt(4)) {
                        case 0 -> lost(expected, 1, fresh, Commits.event(held.aggregate(), held.sequence()));
                        case 1 -> lost(expected, 0, withId(held.id(), "other-" + i), fresh);
                        // A held stream, but a free place in it; a free stream at a held sequence.
                        case 2 -> Commits.of(Commits.event(held.aggregate(), 7), fresh);
                        default -> Commits.of(fresh);
                    });
        }

        assertThat(evidence.losers(BlockNumbering.after(LogHead.EMPTY, commits, "other.2"), commits))
                .isEqualTo(expected);
        assertThat(TestServer.scans(database)).isEmpty();
    }

    private static Commit lost(Map<Commit, Integer> expected, int index, NewEvent... events) {
        Commit commit = Commits.of(events);
        expected.put(commit, index);
        return commit;
    }

    private static NewEvent withId(String id, String aggregate) {
        return new NewEvent(id, aggregate, "Thing", 0, "X", "1", Commits.TIME, "{}", "{}");
    }
}
