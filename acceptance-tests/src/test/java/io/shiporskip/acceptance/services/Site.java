package io.shiporskip.acceptance.services;

import io.shiporskip.acceptance.product.Http;
import io.shiporskip.acceptance.product.Jars;
import io.shiporskip.acceptance.product.Java;
import io.shiporskip.acceptance.product.Ports;
import io.shiporskip.acceptance.product.Program;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * The site of docker-compose.yml without Docker: its commands, environment and health checks, run as processes of this
 * machine on a database that is given.
 */
final class Site implements AutoCloseable {

    private static final Duration HEALTHY = Duration.ofMinutes(3);

    private final ComposeFile compose = ComposeFile.read();
    private final Map<String, Program> running = new HashMap<>();
    private final Path folder;
    private final Rehoming rehoming;
    private final URI url;

    Site(Path folder, String mongodb) throws IOException {
        this.folder = folder;
        int port = Ports.free();
        int commandSide = Ports.free();
        int querySide = Ports.free();
        this.url = URI.create("http://127.0.0.1:" + port);
        this.rehoming = new Rehoming()
                .with("mongodb://mongodb:27017/ship-or-skip?replicaSet=ship-or-skip", mongodb)
                .with("0.0.0.0", "127.0.0.1")
                .with("command-side:8081", "127.0.0.1:" + commandSide)
                .with("query-side:8082", "127.0.0.1:" + querySide)
                .with("8081", commandSide)
                .with("8082", querySide)
                .with("127.0.0.1:8080", "127.0.0.1:" + port)
                .with(":8080", url)
                .with("/data", Files.createDirectories(folder.resolve("secrets")))
                .with("/etc/caddy/Caddyfile", Jars.project().resolve("Caddyfile"));
        for (String service : List.of("command-side", "query-side")) {
            Files.createSymbolicLink(folder.resolve(service + ".jar"), Jars.of(service));
        }
    }

    /** Starts a service as the file says, and waits until its health check passes. */
    void start(String service) {
        running.put(
                service,
                Program.start(
                        executable(rehoming.all(compose.command(service))),
                        folder,
                        rehoming.all(compose.environment(service)),
                        line -> false));
        awaitHealthy(service);
    }

    /** Kill -9. */
    void kill(String service) {
        Objects.requireNonNull(running.remove(service)).kill();
    }

    Http http() {
        return new Http(url);
    }

    URI url() {
        return url;
    }

    Path secrets() {
        return folder.resolve("secrets");
    }

    @Override
    public void close() {
        running.values().forEach(Program::close);
    }

    private void awaitHealthy(String service) {
        List<String> check = rehoming.all(compose.healthCheck(service));
        Awaitility.await()
                .alias(service + " is healthy by " + check)
                .atMost(HEALTHY)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> {
                    Program program = Objects.requireNonNull(running.get(service));
                    if (!program.isAlive()) {
                        throw new AssertionError(service + " ended: " + program.output());
                    }
                    try (Program run = Program.start(check, folder, Map.of(), line -> false)) {
                        return run.awaitExit(Duration.ofSeconds(20)) == 0;
                    }
                });
    }

    private static List<String> executable(List<String> command) {
        return command.getFirst().equals("java")
                ? Stream.concat(Stream.of(Java.executable()), command.stream().skip(1))
                        .toList()
                : command;
    }
}
