package io.shiporskip.log.append;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.log.Commits;
import io.shiporskip.log.LogHead;
import io.shiporskip.log.TestServer;
import io.shiporskip.log.block.Block;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogEvidenceTest {

    private final MongoDatabase database = TestServer.newDatabase();
    private final LogEvidence evidence = new LogEvidence(database);
    private final Commit free = Commits.of("free", 0, 1);
    private final Commit commit = Commits.of("a", 0, 2);
    private final Block block = BlockNumbering.after(LogHead.EMPTY, List.of(commit));

    @Test
    void nothingStandsInAnEmptyLog() {
        assertThat(evidence.ownerOfSlot(block)).isEmpty();
        assertThat(evidence.firstHeldByAnother(block, commit)).isEmpty();
    }

    @Test
    void theSlotSaysWhoseItIs() {
        assertThat(new BlockInsert(database).send(block)).isEqualTo(new Answer.Acknowledged());

        assertThat(evidence.ownerOfSlot(block)).contains(block.id());
        assertThat(evidence.ownerOfSlot(BlockNumbering.after(block.asHead(), List.of(free))))
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
        Block other = BlockNumbering.after(block.asHead(), List.of(free, place, id));

        assertThat(evidence.firstHeldByAnother(other, free)).isEmpty();
        assertThat(evidence.firstHeldByAnother(other, place)).hasValue(1);
        assertThat(evidence.firstHeldByAnother(other, id)).hasValue(2);
        assertThat(TestServer.scans(database)).isEmpty();
    }
}
