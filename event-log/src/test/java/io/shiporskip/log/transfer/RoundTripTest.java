package io.shiporskip.log.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.shiporskip.log.Commits;
import io.shiporskip.log.EventLogSchema;
import io.shiporskip.log.LogHead;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.RandomLog;
import io.shiporskip.log.TestServer;
import io.shiporskip.log.append.AppenderSettings;
import io.shiporskip.log.append.BlockAppender;
import io.shiporskip.log.read.LogReader;
import io.shiporskip.log.verify.LogVerification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What is exported and imported again is the same log, byte for byte. */
class RoundTripTest {

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    @Property(tries = 8)
    void anyHistoryComesBackToTheSameHeadAndTheSameFile(@ForAll("seeds") long seed) throws IOException {
        MongoDatabase first = TestServer.newDatabase();
        RandomLog.write(first, new Random(seed), 150);
        byte[] file = exported(first);

        MongoDatabase second = TestServer.newDatabase();
        LogImport.Result result = imported(second, file);

        LogHead head = new LogReader(first).head();
        assertThat(result.head()).isEqualTo(head);
        assertThat(new LogReader(second).head()).isEqualTo(head);
        assertThat(exported(second)).isEqualTo(file);
        assertThat(new LogVerification(second).run((done, total) -> {}).sound()).isTrue();
    }

    @Property(tries = 8)
    void anImportOfACutFileGoesOnWithTheWholeOne(@ForAll("seeds") long seed) throws IOException {
        MongoDatabase first = TestServer.newDatabase();
        Random random = new Random(seed);
        RandomLog.write(first, random, 60);
        byte[] file = exported(first);
        byte[] cut = Arrays.copyOf(file, random.nextInt(file.length));

        MongoDatabase second = TestServer.newDatabase();
        try {
            imported(second, cut);
        } catch (BadLineException refused) {
            assertThat(refused).hasMessageContaining("cut off");
        }
        long whole = new String(cut, java.nio.charset.StandardCharsets.ISO_8859_1)
                .chars()
                .filter(each -> each == '\n')
                .count();
        assertThat(second.getCollection(EventLogSchema.COLLECTION).countDocuments())
                .isEqualTo(whole);
        LogImport.Result result = imported(second, file);

        assertThat(result.found()).isEqualTo(whole);
        assertThat(exported(second)).isEqualTo(file);
        assertThat(imported(second, file).written()).isZero();
    }

    @Test
    void aLogThatWentOnAfterTheFileIsLeftAsItIs() throws IOException {
        MongoDatabase log = TestServer.newDatabase();
        RandomLog.write(log, new Random(3), 20);
        byte[] file = exported(log);
        append(log);
        byte[] longer = exported(log);

        LogImport.Result result = imported(log, file);

        assertThat(result.written()).isZero();
        assertThat(exported(log)).isEqualTo(longer);
    }

    @Test
    void anExportGoesOnAfterWhatIsWritten() throws IOException {
        MongoDatabase log = TestServer.newDatabase();
        RandomLog.write(log, new Random(5), 20);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LogExport begun = new LogExport(LogHead.EMPTY);
        begun.write(new LogBlocks(log, 0), out, position -> {});
        append(log);

        LogExport more = new LogExport(begun.end());
        more.write(new LogBlocks(log, begun.end().position()), out, position -> {});

        assertThat(more.blocks()).isEqualTo(1);
        assertThat(out.toByteArray()).isEqualTo(exported(log));
    }

    @Test
    void aDamagedLogIsExportedUpToTheDamageAndTheBlockIsNamed() {
        MongoDatabase log = TestServer.newDatabase();
        RandomLog.write(log, new Random(5), 20);
        List<Document> blocks = log.getCollection(EventLogSchema.COLLECTION)
                .find()
                .sort(new Document("_id", 1))
                .into(new ArrayList<>());
        Document third = blocks.get(2);
        third.getList("events", Document.class).getFirst().put("payload", "{}");
        log.getCollection(EventLogSchema.COLLECTION).replaceOne(Filters.eq("_id", third.get("_id")), third);

        LogExport export = new LogExport(LogHead.EMPTY);
        assertThatThrownBy(() -> export.write(new LogBlocks(log, 0), new ByteArrayOutputStream(), position -> {}))
                .isInstanceOf(TransferException.class)
                .hasMessageContaining("Block " + third.get("_id") + " ");
        assertThat(export.blocks()).isEqualTo(2);

        third.put("n", "three");
        log.getCollection(EventLogSchema.COLLECTION).replaceOne(Filters.eq("_id", third.get("_id")), third);
        assertThatThrownBy(() -> exported(log)).isInstanceOf(TransferException.class);
    }

    private static void append(MongoDatabase log) {
        try (BlockAppender appender = new BlockAppender(log, new LogWakeUp(), AppenderSettings.DEFAULT.withAnyTime())) {
            appender.append(Commits.of("another stream", 0, 2));
        }
    }

    private static byte[] exported(MongoDatabase log) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new LogExport(LogHead.EMPTY).write(new LogBlocks(log, 0), out, position -> {});
        return out.toByteArray();
    }

    private static LogImport.Result imported(MongoDatabase log, byte[] file) throws IOException {
        return new LogImport(log).run(new ByteArrayInputStream(file), (position, bytes) -> {});
    }
}
