package io.shiporskip.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.mongo.embedded.EmbeddedMongo;
import io.shiporskip.standalone.run.Standalone;
import io.shiporskip.standalone.run.StandaloneSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole product, from its first start to its last page, never looks at every document of a collection to find some. */
class ScansTest {

    private static final List<String> READ = List.of(
            "/",
            "/tools/smolvlm2-turbo",
            "/api/tools",
            "/api/tools/smolvlm2-turbo",
            "/api/tools/smolvlm2-turbo/history",
            "/api/tools/smolvlm2-turbo/votes/me",
            "/api/comparisons",
            "/api/leaderboards/all",
            "/api/leaderboards/all?by=panel",
            "/api/events?after=0&limit=100",
            "/api/log/head",
            "/healthz/command",
            "/healthz/query");

    @TempDir
    private Path folder;

    @Test
    void nothingThatTheProductAsksScans() throws Exception {
        try (EmbeddedMongo mongo = EmbeddedMongo.open(folder.resolve("mongo"));
                Standalone site = Standalone.start(new StandaloneSettings(
                        folder.resolve("data"), 0, true, 0, Optional.of(mongo.connectionString())));
                HttpClient client = HttpClient.newHttpClient()) {
            for (String path : READ) {
                int status = client.send(
                                HttpRequest.newBuilder(URI.create(site.url() + path))
                                        .build(),
                                HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                assertThat(status).as(path).isEqualTo(200);
            }
            assertThat(mongo.scans()).isEmpty();
            assertThat(mongo.wholeReads()).noneMatch(read -> read.contains(".blocks "));
        }
    }
}
