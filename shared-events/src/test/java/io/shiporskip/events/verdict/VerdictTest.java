package io.shiporskip.events.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

    @ParameterizedTest
    @CsvSource({"0,0,NONE", "1,0,SHIP", "0,1,SKIP", "2,2,SPLIT", "3,2,SHIP", "2,3,SKIP"})
    void theSideThatLeadsIsTheVerdict(long ships, long skips, Verdict verdict) {
        assertThat(Verdict.of(ships, skips)).isEqualTo(verdict);
    }
}
