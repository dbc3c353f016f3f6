package io.shiporskip.log.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.shiporskip.log.Commits;
import io.shiporskip.log.EventLogSchema;
import io.shiporskip.log.LogHead;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.TestServer;
import io.shiporskip.log.append.AppenderSettings;
import io.shiporskip.log.append.BlockAppender;
import io.shiporskip.log.block.BlockHash;
import io.shiporskip.log.read.LogReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class LogVerificationTest {

    private final MongoDatabase database = TestServer.newDatabase();
    private final MongoCollection<Document> blocks = database.getCollection(EventLogSchema.COLLECTION);

    @Test
    void anEmptyLogIsSound() {
        assertThat(verify()).isEqualTo(new VerificationReport(0, 0, LogHead.EMPTY, 0, List.of()));
    }

    @Test
    void aLogThatWasOnlyAppendedToIsSound() {
        write(40);
        List<Long> progress = new ArrayList<>();

        // Seven shares, so that ids and streams are checked over several passes.
        VerificationReport report = new LogVerification(database, 20).run((done, total) -> progress.add(done));

        assertThat(report.sound()).isTrue();
        assertThat(report.events()).isEqualTo(120);
        assertThat(report.blocks()).isEqualTo(40);
        assertThat(report.head()).isEqualTo(new LogReader(database).head());
        assertThat(progress).isSorted().last().isEqualTo(6 * 120L);
    }

    @Test
    void oneAlteredByteOfAnyEventIsFoundAndNamed() {
        write(30);
        Random random = new Random(11);
        List<String> fields = List.of("payload", "meta", "id", "commit", "aggregate", "type", "name", "revision");
        for (String field : fields) {
            long position = 1 + 3L * random.nextInt(30);
            Document original = block(position);
            Document altered = block(position);
            Document event = altered.getList("events", Document.class).get(random.nextInt(3));
            event.put(field, altered(event.getString(field), random));
            blocks.replaceOne(Filters.eq("_id", position), altered);

            VerificationReport report = verify();

            assertThat(report.faults())
                    .describedAs("%s of block %s", field, position)
                    .anySatisfy(fault -> {
                        assertThat(fault.block()).isEqualTo(Long.toString(position));
                        assertThat(fault.firstPosition()).isEqualTo(position);
                        assertThat(fault.lastPosition()).isEqualTo(position + 2);
                        assertThat(fault.what()).contains("its hash does not fit");
                    });
            blocks.replaceOne(Filters.eq("_id", position), original);
            assertThat(verify().sound()).isTrue();
        }
    }

    @Test
    void aBlockThatWasAlteredTogetherWithItsHashBreaksTheChainBehindIt() {
        write(5);
        Document block = block(4L);
        block.put("hash", BlockHash.of(LogHead.ORIGIN, 4, Commits.TIME, List.of()));
        blocks.replaceOne(Filters.eq("_id", 4L), block);

        assertThat(verify().faults())
                .extracting(Fault::block, Fault::what)
                .anyMatch(fault ->
                        fault.toString().contains("7") && fault.toString().contains("do not join"));
    }

    @Test
    void aMissingBlockIsFoundWithItsPositions() {
        write(5);
        blocks.deleteOne(Filters.eq("_id", 4L));

        assertThat(verify().faults()).contains(new Fault("7", 4, 6, "these positions are missing before it"));
    }

    @Test
    void whatIsNoBlockIsNamedAndTheRestIsStillChecked() {
        write(5);
        blocks.replaceOne(
                Filters.eq("_id", 4L), new Document("_id", 4L).append("n", 3).append("events", "none"));
        Document last = block(13L);
        last.getList("events", Document.class).get(1).put("payload", "{}");
        blocks.replaceOne(Filters.eq("_id", 13L), last);

        assertThat(verify().faults())
                .contains(new Fault("4", 4, 6, "the document is not a block"))
                .anyMatch(fault -> fault.block().equals("13") && fault.firstPosition() == 13);
    }

    @Test
    void anIdThatStandsTwiceAndAHoleInAStreamAreFound() {
        write(5);
        Document block = block(7L);
        Document event = block.getList("events", Document.class).get(1);
        String before = block(4L).getList("events", Document.class).getFirst().getString("id");
        database.getCollection(EventLogSchema.COLLECTION).dropIndex("events.id_1");
        event.put("id", before);
        event.put("sequence", event.getLong("sequence") + 100);
        blocks.replaceOne(Filters.eq("_id", 7L), block);

        assertThat(verify().faults())
                .anyMatch(fault -> fault.firstPosition() == 8
                        && fault.what().contains(before)
                        && fault.what().contains("position 4"))
                .anyMatch(fault -> fault.firstPosition() == 8 && fault.what().contains("sequence"));
    }

    @Test
    void theListOfFaultsIsBoundedTheirNumberIsNot() {
        write(60);
        blocks.updateMany(new Document(), new Document("$set", new Document("previous", "x")));

        VerificationReport report = verify();

        assertThat(report.faults()).hasSize(100);
        assertThat(report.faultCount()).isEqualTo(120);
    }

    private Document block(long position) {
        return Objects.requireNonNull(blocks.find(Filters.eq("_id", position)).first());
    }

    private VerificationReport verify() {
        return new LogVerification(database).run((done, total) -> {});
    }

    /** Blocks of three events each, at positions 1, 4, 7, … */
    private void write(int commits) {
        try (BlockAppender appender = new BlockAppender(database, new LogWakeUp(), AppenderSettings.DEFAULT)) {
            for (int i = 0; i < commits; i++) {
                appender.append(Commits.of("stream-" + i % 4, 3L * (i / 4), 3));
            }
        }
    }

    private static String altered(String text, Random random) {
        int at = random.nextInt(text.length());
        char other = text.charAt(at) == 'x' ? 'y' : 'x';
        return text.substring(0, at) + other + text.substring(at + 1);
    }
}
