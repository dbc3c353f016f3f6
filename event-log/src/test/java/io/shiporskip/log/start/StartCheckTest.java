package io.shiporskip.log.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import io.shiporskip.log.Commits;
import io.shiporskip.log.EventLogSchema;
import io.shiporskip.log.LogHead;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.TestServer;
import io.shiporskip.log.append.AppenderSettings;
import io.shiporskip.log.append.BlockAppender;
import io.shiporskip.log.append.Commit;
import java.util.List;
import org.bson.BsonDateTime;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class StartCheckTest {

    private final MongoDatabase database = TestServer.newDatabase();
    private final MongoCollection<Document> blocks = database.getCollection(EventLogSchema.COLLECTION);

    @Test
    void anEmptyLogAndASoundOneAreAppendedTo() {
        StartCheck.run(database);
        write(40);
        StartCheck.run(database);
        assertThat(TestServer.scans(database)).isEmpty();
    }

    @Test
    void anIndexThatIsNotUniqueIsRefused() {
        blocks.dropIndexes();
        blocks.createIndex(Indexes.ascending("events.id"), new IndexOptions().name("ids"));

        assertRefused("index ids");
    }

    @Test
    void anIndexMadeAnewThatIsNotUniqueIsRefused() {
        write(5);
        blocks.dropIndexes();
        blocks.createIndex(Indexes.ascending("events.aggregate", "events.sequence"), new IndexOptions().name("places"));

        assertRefused("index places");
    }

    @Test
    void indexesThatSomebodyDroppedAreMadeAnew() {
        write(5);
        blocks.dropIndexes();

        StartCheck.run(database);
        new IndexCheck(database).requireAll();
    }

    @Test
    void aKeyThatLeadsToAnotherBlockIsNamed() {
        blocks.dropIndexes();
        Commit doubled = Commits.of("doubled", 0, 1);
        blocks.insertOne(new Document("_id", -5L)
                .append("n", 6)
                .append("at", new BsonDateTime(0))
                .append("hash", LogHead.ORIGIN)
                .append(
                        "events",
                        List.of(new Document("id", doubled.events().getFirst().id())
                                .append("aggregate", "other")
                                .append("sequence", 0L))));
        write(40);
        try (BlockAppender appender = new BlockAppender(database, new LogWakeUp(), AppenderSettings.DEFAULT)) {
            appender.append(doubled);
        }

        assertThatThrownBy(() -> new EndCheck(database).run())
                .isInstanceOf(UnsoundLogException.class)
                .hasMessageContaining("the event at position 41 is not found by its id");
    }

    @Test
    void aHoleAmongTheLastBlocksIsNamed() {
        write(10);
        blocks.deleteOne(Filters.eq("_id", 9L));

        assertRefused("after position 8 it goes on at 10");
    }

    @Test
    void anAlteredEventIsNamedByItsBlock() {
        write(10);
        blocks.updateOne(Filters.eq("_id", 7L), Updates.set("events.0.payload", "{}"));

        assertRefused("position 7 has been altered");
    }

    @Test
    void aPreviousHashThatIsNoHashIsNamedAsAnyOtherAlteration() {
        write(10);
        blocks.updateOne(Filters.eq("_id", 7L), Updates.set("previous", "no hash"));

        assertRefused("position 7 has been altered");
    }

    @Test
    void aBlockThatFollowsAnotherPastIsNamed() {
        write(3);
        blocks.deleteOne(Filters.eq("_id", 1L));

        assertRefused("begins at position 2");
    }

    private void assertRefused(String words) {
        assertThatThrownBy(() -> StartCheck.run(database))
                .isInstanceOf(UnsoundLogException.class)
                .hasMessageContaining(words)
                .message()
                .doesNotContain("\n");
    }

    private void write(int commits) {
        try (BlockAppender appender = new BlockAppender(database, new LogWakeUp(), AppenderSettings.DEFAULT)) {
            for (int i = 0; i < commits; i++) {
                appender.append(Commits.of("s" + i, 0, 1));
            }
        }
    }
}
