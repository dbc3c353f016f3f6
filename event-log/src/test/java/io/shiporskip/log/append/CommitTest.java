package io.shiporskip.log.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shiporskip.log.Commits;
import io.shiporskip.log.LogHead;
import io.shiporskip.log.block.BlockCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.Test;

class CommitTest {

    @Property(tries = 200)
    void itsBytesAreNeverFewerThanTheServerWillCount(
            @ForAll("texts") String payload, @ForAll("texts") String aggregate) {
        Commit commit = Commits.of(
                new NewEvent(Commits.id(), aggregate, "Thing", 0, "X", "1", Commits.TIME, payload, "{}"),
                new NewEvent(Commits.id(), aggregate, "Thing", 1, "X", "1", Commits.TIME, payload, "{}"));
        RawBsonDocument document = new RawBsonDocument(
                BlockNumbering.after(
                        LogHead.EMPTY, List.of(commit), BlockIds.ofANewWriter().next()),
                new BlockCodec());

        assertThat(commit.bytes())
                .isGreaterThanOrEqualTo(document.getArray("events").stream()
                        .mapToInt(event -> ((RawBsonDocument) event.asDocument())
                                .getByteBuffer()
                                .remaining())
                        .sum());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .filter(text -> text.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF));
    }

    @Test
    void aTextWithoutAUtf8FormCouldNotBeReadBackAsItWasWritten() {
        for (String broken : List.of("\uD83D", "x\uDC4Bx", "\uDC4B\uD83D", "\uD83D\uD83D\uDC4B")) {
            NewEvent event = new NewEvent(Commits.id(), "a", "T", 0, "X", "1", Commits.TIME, broken, "{}");
            assertThatThrownBy(() -> Commits.of(event)).isInstanceOf(InvalidCommitException.class);
        }
    }

    @Test
    void itsBytesGrowWithEveryTextByAsMuchAsItsUtf8Form() {
        int none = bytes("", "", "", "");
        assertThat(bytes("n".repeat(5), "", "", "")).isEqualTo(none + 5);
        assertThat(bytes("", "r".repeat(5), "", "")).isEqualTo(none + 5);
        assertThat(bytes("", "", "p".repeat(5), "")).isEqualTo(none + 5);
        assertThat(bytes("", "", "", "m".repeat(5))).isEqualTo(none + 5);
        for (String character : List.of("\u007F", "\u0080", "\u07FF", "\u0800", "\uFFFF", "👋")) {
            assertThat(bytes("", "", character, ""))
                    .isEqualTo(none + character.getBytes(StandardCharsets.UTF_8).length);
        }
        int ids = new Commit("", List.of(new NewEvent("", "", "T", 0, "", "", Commits.TIME, "", ""))).bytes();
        NewEvent named = new NewEvent("id", "aggr", "Type123", 0, "", "", Commits.TIME, "", "");
        assertThat(new Commit("commit", List.of(named)).bytes()).isEqualTo(ids + 2 + 4 + 6 + 6);
        assertThat(new Commit("commit", List.of(named, named)).bytes()).isEqualTo(2 * (ids + 2 + 4 + 6 + 6));
    }

    private static int bytes(String name, String revision, String payload, String meta) {
        return Commits.of(new NewEvent("id", "a", "T", 0, name, revision, Commits.TIME, payload, meta))
                        .bytes()
                - Commits.id().length();
    }

    @Test
    void itMayHaveExactlyAsManyBytesAsFit() {
        int room = Commit.MAX_BYTES - sized(0).bytes();

        assertThat(sized(room).bytes()).isEqualTo(Commit.MAX_BYTES);
        assertThatThrownBy(() -> sized(room + 1)).isInstanceOf(InvalidCommitException.class);
    }

    private static Commit sized(int payload) {
        return Commits.of(new NewEvent("id", "a", "T", 0, "X", "1", Commits.TIME, "x".repeat(payload), "{}"));
    }

    @Test
    void anEmptyOneIsNone() {
        assertThatThrownBy(Commits::of).isInstanceOf(InvalidCommitException.class);
    }

    @Test
    void anEventIsOfAnAggregateOrOfNone() {
        assertThatThrownBy(() -> new NewEvent("id", "other", null, 0, "X", "1", Commits.TIME, "{}", "{}"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NewEvent("id", "a", "T", -1, "X", "1", Commits.TIME, "{}", "{}"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
