package io.shiporskip.edge.condition;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Preconditions as RFC 9110 has them, on what was last changed at position 12. */
class IfMatchTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "absent",
            value = {
                "absent       | true",
                "*            | true",
                "\"12\"       | true",
                "\"9\", \"12\"| true",
                "\"11\"       | false",
                "12           | false",
                "W/\"12\"     | false",
                "\"1\",\"2\"  | false",
                "``           | false"
            })
    void allows(@Nullable String header, boolean allowed) {
        assertThat(new IfMatch(header).allows(12)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "absent",
            value = {"absent | false", "\"12\" | true", "W/\"12\" | true", "* | true", "\"13\" | false"})
    void noneMatch(@Nullable String header, boolean same) {
        assertThat(Etags.noneMatch(header, 12)).isEqualTo(same);
    }
}
