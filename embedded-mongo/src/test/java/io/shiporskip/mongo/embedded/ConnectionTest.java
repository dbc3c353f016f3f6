package io.shiporskip.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that will get no answer is not left waiting for it. */
class ConnectionTest {

    @TempDir
    private Path folder;

    private final Secret secret = new Secret();
    private final Encoding encoding = new Encoding();
    private Supervisor supervisor;
    private EmbeddedChannel channel;

    @BeforeEach
    void admit() {
        supervisor =
                new Supervisor(() -> Engine.open(folder.resolve("store.mv.db").toString(), new Scans(), Upkeep.LITTLE));
        channel = new EmbeddedChannel(encoding, new Connection(supervisor, secret, Runnable::run));
        Document client = new Document("application", new Document("name", secret.text()));
        send(new Document("hello", 1).append("client", client));
        assertThat(channel.isOpen()).isTrue();
    }

    @AfterEach
    void close() {
        channel.close().syncUninterruptibly();
        supervisor.close();
    }

    @Test
    void anAnswerThatCannotBeEncodedClosesTheConnection() {
        encoding.fails = true;
        send(new Document("ping", 1));
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void anErrorClosesTheConnection() {
        List<Document> failing = ErrorInAWriteTest.oneThenFails(new OutOfMemoryError("for this test"));
        send(new Document("insert", "votes").append("documents", failing));
        assertThat(channel.isOpen()).isFalse();
    }

    private void send(Document command) {
        channel.writeInbound(new MongoMessage(channel, new MessageHeader(0, 1), command.append("$db", "test")));
    }

    /** Stands where answers are encoded. */
    private static final class Encoding extends ChannelOutboundHandlerAdapter {

        private boolean fails;

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            if (fails) {
                promise.setFailure(new IllegalStateException("cannot be encoded"));
            } else {
                promise.setSuccess();
            }
        }
    }
}
