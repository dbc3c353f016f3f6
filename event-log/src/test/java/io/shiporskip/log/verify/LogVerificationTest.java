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
import io.shiporskip.log.block.Block;
import io.shiporskip.log.block.BlockHash;
import io.shiporskip.log.block.Blocks;
import io.shiporskip.log.read.LogReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class LogVerificationTest {

    private static final String CUT = "the log ends before the head that was written down: its end was cut off";

    private final MongoDatabase database = TestServer.newDatabase();
    private final MongoCollection<Document> blocks = database.getCollection(EventLogSchema.COLLECTION);

    @Test
    void anEmptyLogIsSound() {
        assertThat(verify()).isEqualTo(new VerificationReport(0, 0, 0, 0, LogHead.EMPTY, 0, List.of()));
    }

    @Test
    void aLogThatWasOnlyAppendedToIsSound() {
        write(40);
        List<Long> progress = new ArrayList<>();

        // Seven shares, so that ids and streams are checked over several passes.
        VerificationReport report =
                new LogVerification(database, EventCheck.NONE, null, 20).run((done, total) -> progress.add(done));

        assertThat(report.sound()).isTrue();
        assertThat(report.events()).isEqualTo(120);
        assertThat(report.blocks()).isEqualTo(40);
        assertThat(report.commits()).isEqualTo(40);
        assertThat(report.streams()).isEqualTo(4);
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
    void aCommitThatIsTornApartIsFound() {
        write(5);
        Document block = block(7L);
        block.getList("events", Document.class)
                .getLast()
                .put(
                        "commit",
                        block(4L).getList("events", Document.class).getFirst().getString("commit"));
        blocks.replaceOne(Filters.eq("_id", 7L), block);

        assertThat(verify().faults())
                .anyMatch(fault -> fault.firstPosition() == 9 && fault.what().contains("torn apart"));
    }

    @Test
    void whatTheProductFindsAmissIsNamedWithItsPosition() {
        write(5);

        VerificationReport report = new LogVerification(
                        database,
                        event -> event.position() == 8 ? Optional.of("its payload does not read") : Optional.empty(),
                        null)
                .run((done, total) -> {});

        assertThat(report.faults()).containsExactly(new Fault("7", 8, 8, "its payload does not read"));
    }

    @Test
    void aPastThatWasRewrittenWholeIsFoundByTheHeadThatWasWrittenDown() {
        write(5);
        LogHead head = new LogReader(database).head();
        KnownHead known = new KnownHead(head.position(), head.hash());
        rewriteFrom(7L, "another payload");

        assertThat(verify().sound()).isTrue();
        assertThat(verify(known).faults())
                .singleElement()
                .matches(fault -> fault.block().equals("13") && fault.what().contains("rewritten"));
    }

    @Test
    void aHeadThatWasWrittenDownIsMetBeforeTheLogEndsAndMissedWhereTheLogWasCut() {
        write(5);
        LogHead head = new LogReader(database).head();
        KnownHead known = new KnownHead(head.position(), head.hash());
        append(5, 7);
        assertThat(verify(known).sound()).isTrue();

        blocks.deleteMany(Filters.gte("_id", 13L));

        assertThat(verify().sound()).isTrue();
        assertThat(verify(known).faults()).containsExactly(new Fault("at 15", 13, 15, CUT));
        assertThat(verify(new KnownHead(5, head.hash())).faults())
                .singleElement()
                .matches(fault -> fault.firstPosition() == 5 && fault.what().contains("no block ends"));
    }

    @Test
    void aDocumentWhoseIdIsNoPositionIsNamed() {
        write(2);
        blocks.insertOne(new Document("_id", "stray").append("n", 1));

        assertThat(verify().faults())
                .singleElement()
                .matches(fault -> fault.block().contains("stray"));
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

    private VerificationReport verify(KnownHead known) {
        return new LogVerification(database, EventCheck.NONE, known).run((done, total) -> {});
    }

    /** As somebody would who knows the format: the chain is whole again afterwards. */
    private void rewriteFrom(long position, String payload) {
        String previous = block(position - 3).getString("hash");
        for (long at = position; at <= 13; at += 3) {
            Document document = block(at);
            document.put("previous", previous);
            document.getList("events", Document.class).getFirst().put("payload", payload);
            blocks.replaceOne(Filters.eq("_id", at), document);
            Block block = Objects.requireNonNull(
                    Blocks.in(database).find(Filters.eq("_id", at)).first());
            previous = BlockHash.of(block);
            document.put("hash", previous);
            blocks.replaceOne(Filters.eq("_id", at), document);
        }
    }

    /** Blocks of three events each, at positions 1, 4, 7, … */
    private void write(int commits) {
        append(0, commits);
    }

    private void append(int from, int until) {
        try (BlockAppender appender = new BlockAppender(database, new LogWakeUp(), AppenderSettings.DEFAULT)) {
            for (int i = from; i < until; i++) {
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
