package io.shiporskip.benchmarks.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL of its own in a temporary folder, on a free loopback port, with a password of this start; gone at the end.
 * Durable: {@code fsync}, {@code synchronous_commit} and {@code full_page_writes} are on.
 */
public final class Postgres implements AutoCloseable {

    private static final String USER = "bench";

    /** Sensible for a machine that does other things too: what most sites set first. */
    private static final List<String> SETTINGS = List.of(
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "shared_buffers=256MB",
            "wal_buffers=16MB",
            "max_wal_size=2GB",
            "checkpoint_timeout=15min",
            "checkpoint_completion_target=0.9",
            "effective_cache_size=1GB",
            "random_page_cost=1.1",
            "max_connections=100",
            "jit=off",
            "logging_collector=off",
            "listen_addresses=127.0.0.1");

    private final Path folder;
    private final Path binaries;
    private final int port;
    private final String password = UUID.randomUUID().toString();
    private final AtExit atExit = new AtExit("bench-postgres-exit", this::stopAndDelete);

    private Postgres(Path binaries) throws IOException {
        this.binaries = binaries;
        this.folder = Files.createTempDirectory("ship-or-skip-postgres");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
    }

    /**
     * Makes one and starts it.
     *
     * @throws NotInstalledException when there is no PostgreSQL on this machine
     */
    public static Postgres start() throws IOException, InterruptedException {
        Postgres postgres = new Postgres(PostgresPrograms.folder());
        postgres.atExit.expect();
        try {
            postgres.make();
            return postgres;
        } catch (IOException e) {
            postgres.close();
            throw e;
        }
    }

    private void make() throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        Path secret = folder.resolve("password");
        Files.createFile(secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secret, password, StandardCharsets.UTF_8);
        PostgresPrograms.giveTo(folder, secret);
        run(
                binaries.resolve("initdb") + "",
                "-D",
                data + "",
                "-U",
                USER,
                "--auth=scram-sha-256",
                "--pwfile=" + secret,
                "--encoding=UTF8",
                "--no-locale",
                "--no-instructions");
        StringBuilder options = new StringBuilder("-p " + port + " -k " + folder);
        SETTINGS.forEach(setting -> options.append(" -c ").append(setting));
        run(
                binaries.resolve("pg_ctl") + "",
                "-D",
                data + "",
                "-l",
                folder.resolve("log") + "",
                "-w",
                "-o",
                options.toString(),
                "start");
    }

    /** For a JDBC driver, with user and password. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=" + USER + "&password=" + password;
    }

    private void run(String... command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(PostgresPrograms.unprivileged());
        all.addAll(List.of(command));
        Path output = Files.createTempFile("ship-or-skip-postgres", ".out");
        try {
            Process process = new ProcessBuilder(all)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException("PostgreSQL: " + command[0] + " failed:\n" + Files.readString(output));
            }
        } finally {
            Files.delete(output);
        }
    }

    private void stopAndDelete() {
        try {
            if (Files.exists(folder.resolve("data/postmaster.pid"))) {
                run(
                        binaries.resolve("pg_ctl") + "",
                        "-D",
                        folder.resolve("data") + "",
                        "-m",
                        "immediate",
                        "-w",
                        "stop");
            }
            if (Files.exists(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        } catch (IOException e) {
            System.err.println(folder + " is left behind: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stopAndDelete();
        atExit.forget();
    }
}
