package io.shiporskip.query.http;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.query.QuerySideApplication;
import io.shiporskip.query.sample.TestDatabase;
import io.shiporskip.query.sample.TestLog;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The query side on a free port, beside a log that a test writes to. */
final class QueryServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TestDatabase database = new TestDatabase();
    private final MongoClient client = MongoClients.create(database.connectionString());
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path data;
    private final ConfigurableApplicationContext context;
    final TestLog log;

    QueryServer(Path data) {
        this.data = data;
        log = new TestLog(database.named(client), new LogWakeUp());
        context = new SpringApplicationBuilder(QuerySideApplication.class)
                .initializers(application ->
                        application.getBeanFactory().registerSingleton("withoutFixtures", new WithoutFixtures()))
                .run(
                        "--server.port=0",
                        "--ship-or-skip.data=" + data,
                        "--ship-or-skip.mongodb-uri=" + database.connectionString(),
                        "--ship-or-skip.read-model-writes=" + database.readModelWrites(),
                        "--ship-or-skip.new-visitors=0");
    }

    /** An answer, its body read as JSON where it is. */
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String body() {
            return response.body();
        }

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        String problem() {
            return json().path("type").asString("").replace("urn:ship-or-skip:problem:", "");
        }

        String field() {
            return json().path("errors").path(0).path("field").asString("");
        }
    }

    Answer get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, headers);
    }

    Answer send(String method, String path, String... headers) throws IOException, InterruptedException {
        return send(method, path, HttpRequest.BodyPublishers.noBody(), headers);
    }

    /** Posts a form's fields; redirects are shown and not followed. */
    Answer form(String path, String fields, String... headers) throws IOException, InterruptedException {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/x-www-form-urlencoded";
        return send("POST", path, HttpRequest.BodyPublishers.ofString(fields), all);
    }

    String url() {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    private Answer send(String method, String path, HttpRequest.BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url() + path)).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    }

    /** A role's header, with the token that the first start made. */
    String[] token(String role) throws IOException {
        String token = JSON.readTree(Files.readString(data.resolve("tokens.json")))
                .path(role)
                .asString();
        return new String[] {"Authorization", "Bearer " + token};
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    List<String> scans() {
        return database.scans();
    }

    @Override
    public void close() {
        http.close();
        context.close();
        log.close();
        client.close();
        database.close();
    }
}
