package io.shiporskip.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.events.verdict.Verdict;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WordingTest {

    private final Wording say = new Wording();

    @Test
    void countsReadAsTheyDoEverywhere() {
        assertThat(say.panel(Verdict.SHIP, 4, 0)).isEqualTo("Ship · 4 ship / 0 skip");
        assertThat(say.panel(Verdict.NONE, 0, 0)).isEqualTo("No panel takes yet");
        assertThat(say.community(Verdict.NONE, 0, 0)).isEqualTo("No community votes yet");
        assertThat(say.community(Verdict.SKIP, 210, 1_204)).isEqualTo("Skip · 210 ship / 1,204 skip");
    }

    @Test
    void aNumberThatDoesNotExistIsNotZero() {
        assertThat(say.two(null)).isEqualTo(Wording.NO_NUMBER);
        assertThat(say.percent(null)).isEqualTo(Wording.NO_NUMBER);
        assertThat(say.two(0.0)).isEqualTo("0.00");
        assertThat(say.two(235 / 3.0)).isEqualTo("78.33");
    }

    @Test
    void aDayIsThatOfUtc() {
        assertThat(say.day(Instant.parse("2026-03-12T23:59:59Z"))).isEqualTo("12 March 2026");
    }
}
