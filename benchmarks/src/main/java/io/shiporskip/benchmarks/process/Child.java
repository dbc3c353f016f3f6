package io.shiporskip.benchmarks.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that serves until its standard input ends: so it also ends with a parent that was killed. It says where it
 * serves in a line that begins with {@link #READY}.
 */
public final class Child implements AutoCloseable {

    public static final String READY = "ready ";

    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration END = Duration.ofSeconds(30);
    private static final int KEPT_LINES = 200;

    private final Process process;
    private final Deque<String> said = new ArrayDeque<>();
    private final CompletableFuture<String> ready = new CompletableFuture<>();

    private Child(Process process) {
        this.process = process;
        Thread.ofPlatform().name("child-output").daemon().start(this::listen);
    }

    /** Runs a command and waits until it serves. */
    public static Child start(List<String> command) throws IOException, InterruptedException {
        return start(command, Map.of());
    }

    /** @param environment what it gets besides ours: what is secret, for anybody can read a command line */
    public static Child start(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Child child = new Child(builder.start());
        try {
            child.ready.get(START.toMillis(), TimeUnit.MILLISECONDS);
            return child;
        } catch (ExecutionException | TimeoutException e) {
            child.close();
            throw new IOException("'" + command.getLast() + "' did not come to serve. It said:\n" + child.said(), e);
        }
    }

    /** This program in a JVM of its own. */
    public static List<String> java(List<String> jvmOptions, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(jvmOptions);
        command.addAll(List.of(
                "-Daxoniq.update-checker.disabled=true",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        String path = System.getProperty("java.class.path", "");
        command.addAll(
                path.endsWith("-app.jar")
                        ? List.of("-jar", path)
                        : List.of("-cp", path, "io.shiporskip.benchmarks.Bench"));
        command.addAll(arguments);
        return command;
    }

    /** For a child: says where it serves, and returns when the parent wants it to end. */
    public static void serve(String where) throws IOException {
        System.out.println(READY + where);
        while (System.in.read() >= 0) {
            // nothing is said this way but the end
        }
    }

    /** What it said after {@link #READY}. */
    public String where() {
        return ready.join();
    }

    public long pid() {
        return process.pid();
    }

    private void listen() {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                hear(line);
            }
        } catch (IOException e) {
            hear("(no more output: " + e.getMessage() + ")");
        } finally {
            ready.completeExceptionally(new IOException("it ended"));
        }
    }

    private synchronized void hear(String line) {
        said.add(line);
        if (said.size() > KEPT_LINES) {
            said.remove();
        }
        if (line.startsWith(READY)) {
            ready.complete(line.substring(READY.length()));
        }
    }

    private synchronized String said() {
        return String.join("\n", said);
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
