package io.shiporskip.command.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.shiporskip.edge.InvalidSettingException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MongoUriTest {

    @Test
    void theDatabaseIsThePathsOrOurs() {
        assertThat(MongoUri.of("mongodb://127.0.0.1:27017/votes").database()).isEqualTo("votes");
        assertThat(MongoUri.of("mongodb://127.0.0.1:27017/?appName=x").database())
                .isEqualTo("ship-or-skip");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "http://127.0.0.1", "mongodb://"})
    void whatIsNoAddressIsRefusedInOneLineThatNamesTheSetting(@Nullable String text) {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> MongoUri.of(text))
                .withMessageContaining("ship-or-skip.mongodb-uri")
                .withMessageNotContaining("\n");
    }
}
