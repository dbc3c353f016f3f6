package io.shiporskip.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an Error leaves in memory may be half a write, so it ends the store as an exception does. */
class ErrorInAWriteTest {

    @TempDir
    private Path folder;

    @Test
    void nothingThatAnErrorInterruptedIsKept() {
        OutOfMemoryError error = new OutOfMemoryError("for this test");
        try (Engine engine = open()) {
            engine.handle(insert(List.of(new Document("_id", 1))));

            assertThatThrownBy(() -> engine.handle(insert(oneThenFails(error)))).isSameAs(error);
            assertThat(engine.failure()).isSameAs(error);
            assertThatThrownBy(() -> engine.handle(insert(List.of(new Document("_id", 3)))))
                    .isInstanceOf(MongoServerError.class)
                    .hasMessageContaining("nothing is written");
        }
        try (Engine engine = open()) {
            assertThat(engine.handle(message(new Document("count", "votes"))).get("n"))
                    .isEqualTo(1);
        }
    }

    private Engine open() {
        return Engine.open(folder.resolve("store.mv.db").toString(), new Scans(), Upkeep.LITTLE);
    }

    /** The second document is looked at once before the write begins, and fails in the midst of it. */
    static List<Document> oneThenFails(Error error) {
        return new AbstractList<>() {
            private boolean looked;

            @Override
            public Document get(int index) {
                if (index == 1 && looked) {
                    throw error;
                }
                looked = looked || index == 1;
                return new Document("_id", 2 + index);
            }

            @Override
            public int size() {
                return 2;
            }
        };
    }

    private static MongoMessage insert(List<Document> documents) {
        return message(new Document("insert", "votes").append("documents", documents));
    }

    static MongoMessage message(Document command) {
        return new MongoMessage(new EmbeddedChannel(), new MessageHeader(0, 1), command.append("$db", "test"));
    }
}
