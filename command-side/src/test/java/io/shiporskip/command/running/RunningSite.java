package io.shiporskip.command.running;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndDeleteOptions;
import com.mongodb.client.model.Sorts;
import io.shiporskip.command.CommandSideApplication;
import io.shiporskip.command.log.CommandDatabase;
import io.shiporskip.command.log.CommandLog;
import io.shiporskip.edge.start.Start;
import io.shiporskip.edge.visitor.Visitors;
import io.shiporskip.log.EventLogSchema;
import io.shiporskip.log.StoredEvent;
import io.shiporskip.mongo.testing.TestMongo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command side on a free port, over a database of its own. */
final class RunningSite implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TestMongo mongo;
    private final ServletWebServerApplicationContext context;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path data;
    private final boolean ownsMongo;

    private RunningSite(TestMongo mongo, ServletWebServerApplicationContext context, Path data, boolean ownsMongo) {
        this.ownsMongo = ownsMongo;
        this.mongo = mongo;
        this.context = context;
        this.port = Objects.requireNonNull(context.getWebServer()).getPort();
        this.data = data;
    }

    static RunningSite start(Path folder, String... settings) {
        return start(folder, CommandSideApplication.class, settings);
    }

    /** @param application the command side, with whatever a test adds */
    static RunningSite start(Path folder, Class<?> application, String... settings) {
        TestMongo mongo = TestMongo.in(folder.resolve("mongo"));
        Path data = folder.resolve("site");
        String[] arguments = Stream.concat(
                        Stream.of(
                                "--server.port=0",
                                "--ship-or-skip.new-visitors=0",
                                "--ship-or-skip.data=" + data,
                                "--ship-or-skip.mongodb-uri=" + mongo.uri()),
                        Stream.of(settings).map(setting -> "--" + setting))
                .toArray(String[]::new);
        try {
            return new RunningSite(
                    mongo,
                    (ServletWebServerApplicationContext) Start.run(new SpringApplication(application), arguments),
                    data,
                    true);
        } catch (RuntimeException e) {
            mongo.close();
            throw e;
        }
    }

    /** Another command side on the same log, with the same secrets. Closing it closes nothing else. */
    RunningSite anotherNode() {
        return new RunningSite(
                mongo,
                (ServletWebServerApplicationContext) Start.run(
                        new SpringApplication(CommandSideApplication.class),
                        "--server.port=0",
                        "--ship-or-skip.new-visitors=0",
                        "--ship-or-skip.data=" + data,
                        "--ship-or-skip.mongodb-uri=" + mongo.uri()),
                data,
                false);
    }

    /** A request as a program sends it: {@code ask("PUT", "/api/…", "{…}", "Cookie", "…")}. */
    Reply ask(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        List<String> all = new ArrayList<>(List.of(headers));
        if (!all.contains("Content-Type")) {
            all.addAll(List.of("Content-Type", "application/json"));
        }
        request.headers(all.toArray(String[]::new));
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The cookie header of a new visitor, signed by the site as the query side would. */
    String newVisitor() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        context.getBean(Visitors.class).ofOrIssue(new MockHttpServletRequest(), response);
        return Objects.requireNonNull(response.getHeader("Set-Cookie")).replaceFirst(";.*", "");
    }

    /** The header of a role's token: {@code editor}, {@code operator} or a seat's name. */
    String token(String role) {
        try {
            JsonNode tokens = JSON.readTree(Files.readString(data.resolve("tokens.json")));
            JsonNode token =
                    tokens.has(role) ? tokens.get(role) : tokens.get("seats").get(role);
            return "Bearer " + token.asString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Reply list(String slug) {
        return ask("POST", "/api/tools", toolBody(Map.of("slug", slug)), "Authorization", token("editor"));
    }

    /** A valid body that lists a tool, with some of it replaced. */
    static String toolBody(Map<String, ?> replaced) {
        Map<String, Object> body = new TreeMap<>(Map.of(
                "slug", "pie-chart",
                "name", "Pie Chart",
                "tagline", "Charts by the slice",
                "description", "Draws a chart.\nThen eats it.",
                "category", "Developer Tools",
                "pricing", "Free",
                "entryPrice", "Free",
                "bestFor", "Anyone with slices",
                "website", "https://example.org/pie"));
        body.putAll(replaced);
        return JSON.writeValueAsString(body);
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    CommandLog log() {
        return context.getBean(CommandLog.class);
    }

    CommandDatabase database() {
        return context.getBean(CommandDatabase.class);
    }

    long head() {
        return log().reader().head().position();
    }

    List<StoredEvent> eventsAfter(long position) {
        List<StoredEvent> events = new ArrayList<>();
        List<StoredEvent> page = log().reader().after(position, 1_000);
        while (!page.isEmpty()) {
            events.addAll(page);
            page = log().reader().after(page.getLast().position(), 1_000);
        }
        return events;
    }

    Map<String, Long> namesAfter(long position) {
        return eventsAfter(position).stream().collect(Collectors.groupingBy(StoredEvent::name, Collectors.counting()));
    }

    /**
     * Takes the block that holds a position, and all after it, out of the log.
     *
     * @return the position of the last event that is left
     */
    long cutOffBlockHolding(long position) {
        MongoCollection<Document> blocks = database().database().getCollection(EventLogSchema.COLLECTION);
        while (head() >= position) {
            blocks.findOneAndDelete(Filters.gt("_id", 0), new FindOneAndDeleteOptions().sort(Sorts.descending("_id")));
        }
        return head();
    }

    List<String> scans() {
        return mongo.scans();
    }

    @Override
    public void close() {
        context.close();
        if (ownsMongo) {
            mongo.close();
        }
        http.close();
    }

    /** An answer. */
    record Reply(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonNode body() {
            return JSON.readTree(response.body());
        }

        long position() {
            return body().get("position").asLong();
        }

        /** The last word of a problem's type; empty when this is no problem document. */
        String problem() {
            return header("Content-Type").startsWith("application/problem+json")
                    ? body().get("type").asString().replace("urn:ship-or-skip:problem:", "")
                    : "";
        }

        List<String> fields() {
            List<String> fields = new ArrayList<>();
            JsonNode errors = body().get("errors");
            if (errors != null) {
                errors.forEach(error -> fields.add(error.get("field").asString()));
            }
            return fields;
        }
    }
}
