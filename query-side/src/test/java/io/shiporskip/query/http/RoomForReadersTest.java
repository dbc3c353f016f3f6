package io.shiporskip.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.query.projecting.serve.Readers;
import io.shiporskip.query.sample.TwoTools;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who opens a page is given room by a rebuild; who watches the rebuild is not, for it is what they wait for. */
class RoomForReadersTest {

    @TempDir
    private Path data;

    @ParameterizedTest
    @ValueSource(strings = {"/api/leaderboards/all?atLeast=3", "/api/leaderboards/all?asOf=3"})
    void whoReadsIsNotedAndWhoWatchesARebuildIsNot(String path) throws Exception {
        try (QueryServer server = new QueryServer(data)) {
            server.log.append(TwoTools.EVENTS, Instant.parse("2024-06-01T08:00:00Z"));
            Readers readers = server.bean(Readers.class);

            assertThat(server.get("/api/projections", server.token("operator")).status())
                    .isEqualTo(200);
            assertThat(readers.areAbout()).isFalse();
            assertThat(server.get(path).status()).isEqualTo(200);
            assertThat(readers.areAbout()).isTrue();
        }
    }
}
