package io.shiporskip.command.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the server of the log is talked to. */
class LogConfigurationTest {

    @ParameterizedTest
    @CsvSource({"mongodb://127.0.0.1/votes, 30000", "mongodb://127.0.0.1/votes?socketTimeoutMS=700, 700"})
    void aSilentServerIsNotWaitedForForEver(String uri, int millis) {
        assertThat(LogConfiguration.settings(MongoUri.of(uri))
                        .build()
                        .getSocketSettings()
                        .getReadTimeout(TimeUnit.MILLISECONDS))
                .isEqualTo(millis);
    }
}
