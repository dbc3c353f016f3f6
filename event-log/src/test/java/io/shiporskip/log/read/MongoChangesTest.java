package io.shiporskip.log.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.codecs.DecoderContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a replica set tells of blocks, as it sends it: the test's server is none and has no change streams. */
class MongoChangesTest {

    private final Deque<ChangeStreamDocument<BsonDocument>> told = new ArrayDeque<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Changes.Feed feed = new MongoChanges(stub(MongoDatabase.class)).open();

    @Test
    void aBlockIsToldByThePositionOfItsLastEvent() {
        tell("{_id: {}, operationType: 'insert', documentKey: {_id: 5}, fullDocument: {n: 3}}");

        assertThat(feed.next()).hasValue(7);
    }

    @Test
    void whereNothingIsToldNothingIsKnown() {
        assertThat(feed.next()).isEmpty();
    }

    @Test
    void aChangeWithoutABlockTellsNothing() {
        tell("{_id: {}, operationType: 'insert', documentKey: {_id: 5}}");
        tell("{_id: {}, operationType: 'insert', fullDocument: {n: 3}}");

        assertThat(feed.next()).isEmpty();
        assertThat(feed.next()).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void whoListensNoMoreClosesTheStream() {
        feed.close();

        assertThat(closed).isTrue();
    }

    private void tell(String change) {
        told.add(ChangeStreamDocument.createCodec(BsonDocument.class, MongoClientSettings.getDefaultCodecRegistry())
                .decode(
                        new BsonDocumentReader(BsonDocument.parse(change)),
                        DecoderContext.builder().build()));
    }

    /** Every step on the way to the cursor leads to the next one; the cursor tells what the test says. */
    private <T> T stub(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, _) -> step(method.getName(), method.getReturnType())));
    }

    private @Nullable Object step(String name, Class<?> result) {
        return switch (name) {
            case "tryNext" -> told.poll();
            case "close" -> {
                closed.set(true);
                yield null;
            }
            default -> stub(result);
        };
    }
}
