package io.shiporskip.log.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shiporskip.log.Commits;
import io.shiporskip.log.LogHead;
import io.shiporskip.log.block.BlockCodec;
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
        RawBsonDocument document =
                new RawBsonDocument(BlockNumbering.after(LogHead.EMPTY, List.of(commit)), new BlockCodec());

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
