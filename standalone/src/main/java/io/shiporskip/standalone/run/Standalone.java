package io.shiporskip.standalone.run;

import io.shiporskip.edge.start.Start;
import io.shiporskip.mongo.embedded.EmbeddedMongo;
import io.shiporskip.query.operating.ProjectionStates;
import io.shiporskip.standalone.backup.Backups;
import io.shiporskip.standalone.server.ServerFile;
import io.shiporskip.standalone.terminal.OperatorException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Both sides, serving, over an embedded server or another. Closing stops the sides first, then what they stand on. */
public final class Standalone implements AutoCloseable {

    private final String url;
    private final Deque<AutoCloseable> opened;

    private Standalone(String url, Deque<AutoCloseable> opened) {
        this.url = url;
        this.opened = opened;
    }

    /**
     * Serves when it returns.
     *
     * @throws RuntimeException whatever kept it from starting; nothing is left open
     */
    public static Standalone start(StandaloneSettings settings) {
        Deque<AutoCloseable> opened = new ArrayDeque<>();
        try {
            // Before a folder is made for nothing; but of the same command given twice the folder says more.
            if (isTaken(settings.port()) && ServerFile.find(settings.data()).isEmpty()) {
                throw portTaken(settings.port());
            }
            Optional<EmbeddedMongo> embedded =
                    settings.mongodbUri().isPresent() ? Optional.empty() : Optional.of(embedded(settings, opened));
            if (isTaken(settings.port())) {
                throw portTaken(settings.port());
            }
            ConfigurableApplicationContext context = context(settings, embedded);
            opened.push(context);
            CatchUp.await(context.getBean(ProjectionStates.class));
            String url = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
            opened.push(ServerFile.hold(settings.data(), url));
            return new Standalone(url, opened);
        } catch (RuntimeException failure) {
            close(opened);
            throw failure;
        }
    }

    private static EmbeddedMongo embedded(StandaloneSettings settings, Deque<AutoCloseable> opened) {
        EmbeddedMongo mongo = EmbeddedMongo.open(settings.data());
        opened.push(mongo);
        return mongo;
    }

    /** Before anything is started for nothing. The web server has the last word, should the port be taken meanwhile. */
    private static boolean isTaken(int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return false;
        } catch (IOException taken) {
            return true;
        }
    }

    private static OperatorException portTaken(int port) {
        return new OperatorException("Port " + port + " is in use: stop what uses it, or choose another with --port.");
    }

    private static ConfigurableApplicationContext context(
            StandaloneSettings settings, Optional<EmbeddedMongo> embedded) {
        String uri = embedded.map(EmbeddedMongo::connectionString)
                .or(settings::mongodbUri)
                .orElseThrow();
        SpringApplication application = new SpringApplication(BothSides.class);
        embedded.map(mongo -> new Backups(settings.data(), mongo))
                .ifPresent(backups -> application.addInitializers(
                        context -> context.getBeanFactory().registerSingleton("backups", backups)));
        application.setRegisterShutdownHook(false);
        List<String> properties = List.of(
                "--server.port=" + settings.port(),
                "--server.address=127.0.0.1",
                "--ship-or-skip.data=" + settings.data(),
                "--ship-or-skip.mongodb-uri=" + uri,
                "--ship-or-skip.read-model-writes=" + (settings.mongodbUri().isPresent() ? "majority" : "w1"),
                "--ship-or-skip.sample=" + settings.sample(),
                "--ship-or-skip.new-visitors=" + settings.newVisitors(),
                // It would remind the operator at every start that the API describes itself.
                "--logging.level.org.springdoc=error");
        return Start.run(application, properties.toArray(String[]::new));
    }

    /** Where it serves, such as {@code http://127.0.0.1:8080}. */
    public String url() {
        return url;
    }

    @Override
    public void close() {
        close(opened);
    }

    private static void close(Deque<AutoCloseable> opened) {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                System.err.println("While stopping: " + e.getMessage());
            }
        }
    }
}
