package io.shiporskip.log.append;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.log.TestServer;
import org.junit.jupiter.api.Test;

/** What all writers of a log share of the pen: a change is made to what was seen, and whoever was slower is told. */
class PenDocumentTest {

    private final PenDocument document = new PenDocument(TestServer.newDatabase(), 60_000);

    @Test
    void theFirstChangeIsMadeByOneWriterAlone() {
        PenState first = PenState.FREE.takenBy("a");

        assertThat(document.change(PenState.FREE, first)).isTrue();
        assertThat(document.change(PenState.FREE, PenState.FREE.takenBy("b"))).isFalse();
        assertThat(document.read()).isEqualTo(first);
    }

    @Test
    void whatOthersHaveChangedSinceItWasSeenStays() {
        PenState seen = PenState.FREE.takenBy("a");
        PenState since = seen.wantedBy("b").passedOn("a", true, 7);
        document.change(PenState.FREE, seen);

        assertThat(document.change(seen, since)).isTrue();
        assertThat(document.change(seen, seen.leftBy("a"))).isFalse();
        assertThat(document.read()).isEqualTo(since);
    }
}
