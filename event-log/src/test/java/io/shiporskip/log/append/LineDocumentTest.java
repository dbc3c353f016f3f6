package io.shiporskip.log.append;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.log.TestServer;
import org.junit.jupiter.api.Test;

/** What all writers of a log share of the line: a change is made to what was seen, and whoever was slower is told. */
class LineDocumentTest {

    private final LineDocument document = new LineDocument(TestServer.newDatabase(), 60_000);

    @Test
    void theFirstChangeIsMadeByOneWriterAlone() {
        Line first = Line.EMPTY.joinedBy("a");

        assertThat(document.change(Line.EMPTY, first)).isTrue();
        assertThat(document.change(Line.EMPTY, Line.EMPTY.joinedBy("b"))).isFalse();
        assertThat(document.read()).isEqualTo(first);
    }

    @Test
    void whatOthersHaveChangedSinceItWasSeenStays() {
        Line seen = Line.EMPTY.joinedBy("a");
        Line since = seen.joinedBy("b");
        document.change(Line.EMPTY, seen);

        assertThat(document.change(seen, since)).isTrue();
        assertThat(document.change(seen, seen.leftBy("a"))).isFalse();
        assertThat(document.read()).isEqualTo(since);
    }
}
