package io.shiporskip.log.append;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.shiporskip.log.Commits;
import io.shiporskip.log.LogHead;
import io.shiporskip.log.TestServer;
import io.shiporskip.log.block.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whether a server that has refused a block takes blocks again. */
class ServerProbeTest {

    private final MongoDatabase database = TestServer.newDatabase();
    private final Block block = BlockNumbering.after(LogHead.EMPTY, List.of(Commits.of("a", 0, 1)), "a.1");
    private final List<Block> sent = new ArrayList<>();

    @Test
    void aServerThatKnowsTheLastBlockTakesBlocks() {
        assertThat(refusalWhen(new Answer.DuplicateKey())).isEmpty();
        assertThat(refusalWhen(new Answer.Acknowledged())).isEmpty();
        assertThat(sent).containsOnly(block);
    }

    @Test
    void aServerThatRefusesEveryBlockStillTakesNone() {
        assertThat(refusalWhen(new Answer.Lasting("not authorized", true))).contains("not authorized");
    }

    @Test
    void whatIsWrongWithOneBlockDoesNotStopTheOthers() {
        assertThat(refusalWhen(new Answer.Lasting("too large", false))).isEmpty();
    }

    @Test
    void aServerThatDoesNotAnswerStillTakesNone() {
        assertThat(refusalWhen(new Answer.Unknown("connection reset"))).contains("connection reset");
    }

    @Test
    void aServerThatIsNotReachedStillTakesNone() {
        try (MongoClient nobody = TestServer.connect("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=20")) {
            ServerProbe probe = new ServerProbe(nobody.getDatabase("log"), any -> new Answer.DuplicateKey());

            assertThat(probe.refusal()).isPresent();
        }
    }

    @Test
    void anEmptyLogHasNoBlockToSendAgain() {
        assertThat(new ServerProbe(database, any -> new Answer.Unknown("asked")).refusal())
                .isEmpty();
    }

    private Optional<String> refusalWhen(Answer answer) {
        new BlockInsert(database).send(block);
        return new ServerProbe(database, last -> {
                    sent.add(last);
                    return answer;
                })
                .refusal();
    }
}
