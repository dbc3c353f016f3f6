package io.shiporskip.mongo.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseAddressTest {

    @ParameterizedTest
    @CsvSource({
        "mongodb://one, mongodb://one/x",
        "mongodb://one/, mongodb://one/x",
        "mongodb://one/old, mongodb://one/x",
        "'mongodb://one:1,two:2/old?replicaSet=rs', 'mongodb://one:1,two:2/x?replicaSet=rs'",
        "mongodb://one?w=1, mongodb://one/x?w=1",
        "mongodb+srv://one/old, mongodb+srv://one/x",
        "mongodb://me:word@one/?w=1, mongodb://me:word@one/x?w=1",
        "mongodb://me:word@one/old, mongodb://me:word@one/x?authSource=old",
        "mongodb://me:word@one/old?w=1, mongodb://me:word@one/x?w=1&authSource=old",
        "mongodb://me:word@one/old?authSource=admin, mongodb://me:word@one/x?authSource=admin",
    })
    void anotherDatabaseOfTheSameServerForTheSameUser(String before, String after) {
        assertThat(DatabaseAddress.of(before, "x")).isEqualTo(after);
    }

    @Test
    void anythingElseIsRefused() {
        assertThatThrownBy(() -> DatabaseAddress.of("localhost:27017", "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no MongoDB address");
    }
}
