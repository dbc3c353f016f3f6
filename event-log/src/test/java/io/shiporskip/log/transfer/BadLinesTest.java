package io.shiporskip.log.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.log.LogHead;
import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.TestServer;
import io.shiporskip.log.block.Block;
import io.shiporskip.log.block.BlockHash;
import io.shiporskip.log.read.LogReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A line that cannot be taken is named by its number and reason; what stands before it is kept, nothing of it is. */
class BadLinesTest {

    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678Z");

    private static final Block FIRST = after(LogHead.EMPTY, event("a", "s", "Thing", 0), event("b", "t", "Thing", 0));
    private static final Block SECOND = after(FIRST.asHead(), event("c", "s", "Thing", 1));

    static Stream<Arguments> badLines() {
        return Stream.of(
                altered("it is not JSON", line -> line.substring(0, 40)),
                altered("it is not JSON", line -> "hello"),
                altered("it is not a JSON object", line -> ""),
                altered("it is not a JSON object", line -> "[]"),
                altered("something follows", line -> line + " {}"),
                altered("'next' where none belongs", line -> line.substring(0, line.length() - 1) + ",\"next\":1}"),
                altered("'events' where 'hash' belongs", line -> line.replaceFirst("\"hash\":\"[0-9a-f]+\",", "")),
                altered("'block' where 'n' belongs", line -> line.replace("\"n\":1,", "")),
                altered("'position' is not a whole number", line -> line.replace("\"position\":3", "\"position\":3.0")),
                altered(
                        "'position' is not a whole number",
                        line -> line.replace("\"position\":3", "\"position\":\"3\"")),
                altered(
                        "'position' is not a whole number",
                        line -> line.replace("\"position\":3", "\"position\":99999999999999999999")),
                altered("it says that it holds 2 events, and holds 1", line -> line.replace("\"n\":1", "\"n\":2")),
                altered("'at' is not a time", line -> line.replaceFirst("\"at\":\"[^\"]+\"", "\"at\":\"yesterday\"")),
                altered("'time' is finer than milli", line -> line.replaceFirst("(\"time\":\"[^\"]+)Z", "$1001Z")),
                altered(
                        "'payload' is not a text",
                        line -> line.replaceFirst("\"payload\":\"[^\"]*\"", "\"payload\":{}")),
                altered("'id' is not a text", line -> line.replace("\"id\":\"c\"", "\"id\":null")),
                altered("half a surrogate pair", line -> line.replace("\"id\":\"c\"", "\"id\":\"\\ud83d\"")),
                altered("'type' is not a text", line -> line.replace("\"type\":\"Thing\"", "\"type\":null")),
                altered("hash does not fit", line -> line.replace("\"id\":\"c\"", "\"id\":\"d\"")),
                altered("hash does not fit", line -> line.replaceFirst("\"hash\":\"....", "\"hash\":\"zzzz")),
                altered("do not join", line -> line.replaceFirst("\"previous\":\"....", "\"previous\":\"zzzz")),
                arguments("position 7 where 3 is next", text(moved(SECOND, 7))),
                arguments("position 1 where 3 is next", text(moved(SECOND, 1))),
                arguments("its time is not the latest", text(timed(SECOND, AT.plusMillis(1)))),
                bad("event a stands in block 1 already", event("a", "u", "Thing", 0)),
                bad("event c has sequence 0 in stream s where 1 is next", event("c", "s", "Thing", 0)),
                bad("event c has sequence 2 in stream s where 1 is next", event("c", "s", "Thing", 2)),
                bad("event c has sequence 1 in stream new where 0 is next", event("c", "new", "Thing", 1)),
                bad("event c stands in it twice", event("c", "s", "Thing", 1), event("c", "u", "Thing", 0)),
                bad(
                        "event d has sequence 1 in stream s where 2 is next",
                        event("c", "s", "Thing", 1),
                        event("d", "s", "Thing", 1)),
                bad("event c has a place in stream s but no type", event("c", "s", null, 1)));
    }

    @ParameterizedTest
    @MethodSource("badLines")
    void isRefusedByNumberAndReason(String reason, String line) throws Exception {
        MongoDatabase log = TestServer.newDatabase();
        String file = text(FIRST) + "\n" + line + "\n" + text(SECOND) + "\n";

        assertThatThrownBy(() -> run(log, file))
                .isInstanceOf(BadLineException.class)
                .hasMessageStartingWith("line 2: ")
                .hasMessageContaining(reason);

        assertThat(new LogReader(log).head()).isEqualTo(FIRST.asHead());
        assertThat(run(log, text(FIRST) + "\n" + text(SECOND) + "\n").head()).isEqualTo(SECOND.asHead());
    }

    @Test
    void aFileThatBeginsOtherwiseThanTheLogIsRefusedAtTheLineThatDiffers() throws Exception {
        MongoDatabase log = TestServer.newDatabase();
        run(log, text(FIRST) + "\n" + text(SECOND) + "\n");
        Block other = after(FIRST.asHead(), event("x", "s", "Thing", 1));

        assertThatThrownBy(() -> run(log, text(FIRST) + "\n" + text(other) + "\n"))
                .isInstanceOf(BadLineException.class)
                .hasMessageContaining("line 2: the log holds another block at position 3");
        assertThat(new LogReader(log).head()).isEqualTo(SECOND.asHead());
    }

    @Test
    void aStreamThatAnEarlierImportBeganIsNotBegunAgain() throws Exception {
        MongoDatabase log = TestServer.newDatabase();
        run(log, text(FIRST) + "\n");
        String again = text(after(FIRST.asHead(), event("c", "s", "Thing", 0)));

        assertThatThrownBy(() -> run(log, text(FIRST) + "\n" + again + "\n"))
                .isInstanceOf(BadLineException.class)
                .hasMessage("line 2: sequence 0 of stream s stands in block 1 already");
        assertThat(new LogReader(log).head()).isEqualTo(FIRST.asHead());
    }

    @Test
    void anotherWriterIsMetInItsSlotAndNothingIsDamaged() throws Exception {
        MongoDatabase log = TestServer.newDatabase();
        run(log, text(FIRST) + "\n");
        BlockBatch batch = new BlockBatch(log);
        batch.add(2, SECOND);
        Block other = after(FIRST.asHead(), event("x", "other", "Thing", 0));
        BlockBatch rival = new BlockBatch(log);
        rival.add(2, other);
        rival.flush();

        assertThatThrownBy(batch::flush)
                .isInstanceOf(BadLineException.class)
                .hasMessageContaining("line 2: position 3 was taken meanwhile");
        assertThat(new LogReader(log).head()).isEqualTo(other.asHead());
    }

    @Test
    void aBlockWhoseAnswerWasLostIsKnownAgain() throws Exception {
        MongoDatabase log = TestServer.newDatabase();
        run(log, text(FIRST) + "\n");
        for (int send = 0; send < 2; send++) {
            BlockBatch batch = new BlockBatch(log);
            batch.add(2, SECOND);
            batch.flush();
        }
        assertThat(new LogReader(log).head()).isEqualTo(SECOND.asHead());
    }

    @Test
    void aLineWithoutEndIsBounded() {
        Lines lines = new Lines(new java.io.InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                java.util.Arrays.fill(into, from, from + length, (byte) 'x');
                return length;
            }
        });
        assertThatThrownBy(lines::next).isInstanceOf(BadLineException.class).hasMessageContaining("longer than");
    }

    private static Arguments altered(String reason, UnaryOperator<String> alter) {
        String line = text(SECOND);
        String altered = alter.apply(line);
        assertThat(altered).isNotEqualTo(line);
        return arguments(reason, altered);
    }

    private static Arguments bad(String reason, StoredEvent... events) {
        return arguments(reason, text(after(FIRST.asHead(), events)));
    }

    private static LogImport.Result run(MongoDatabase log, String file) throws Exception {
        return new LogImport(log)
                .run(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), (position, bytes) -> {});
    }

    private static String text(Block block) {
        return new String(BlockLine.write(block), StandardCharsets.UTF_8).strip();
    }

    private static StoredEvent event(String id, String stream, @Nullable String type, long sequence) {
        return new StoredEvent(0, id, "commit-" + id, stream, type, sequence, "Happened", "1", AT, AT, "{}", "{}");
    }

    private static Block after(LogHead head, StoredEvent... events) {
        return block(
                head.position() + 1,
                Optional.of(head.at()).filter(at -> at.isAfter(AT)).orElse(AT),
                head.hash(),
                List.of(events));
    }

    private static Block moved(Block block, long position) {
        return block(position, block.at(), block.previous(), block.events());
    }

    private static Block timed(Block block, Instant at) {
        return block(block.position(), at, block.previous(), block.events());
    }

    private static Block block(long position, Instant at, String previous, List<StoredEvent> events) {
        List<StoredEvent> placed = new java.util.ArrayList<>();
        for (StoredEvent e : events) {
            placed.add(new StoredEvent(
                    position + placed.size(),
                    e.id(),
                    e.commit(),
                    e.aggregate(),
                    e.type(),
                    e.sequence(),
                    e.name(),
                    e.revision(),
                    e.time(),
                    at,
                    e.payload(),
                    e.meta()));
        }
        return new Block(
                position, "block-" + position, at, previous, BlockHash.of(previous, position, at, placed), placed);
    }
}
