package io.shiporskip.acceptance.product;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** A running process whose lines of output can be awaited. Output is kept to its last lines, for what a failed test says. */
public final class Program implements AutoCloseable {

    private static final int KEPT_LINES = 400;

    private final Process process;
    private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<String> awaited = new CompletableFuture<>();
    private final Predicate<String> sign;
    private final Thread reader;

    private Program(Process process, Predicate<String> sign) {
        this.process = process;
        this.sign = sign;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    /**
     * @param sign recognises the line by which the process says that it is ready
     */
    public static Program start(
            List<String> command, Path directory, Map<String, String> environment, Predicate<String> sign) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            return new Program(builder.start(), sign);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Waits for the line that the sign recognises. */
    public String awaitSign(Duration most) {
        try {
            return awaited.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException failure) {
            throw new AssertionError("The process did not get ready. It said:\n" + output(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Kill -9 without a look at its children first, for one that has none: no moment is lost. */
    public void killAtOnce() {
        process.destroyForcibly();
        awaitExit(Duration.ofSeconds(30));
    }

    /** Waits for the process to end by itself. */
    public int awaitExit(Duration most) {
        try {
            if (!process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("The process did not end. It said:\n" + output());
            }
            reader.join(most);
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Kill -9, and waits until the process is gone. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        awaitExit(Duration.ofSeconds(30));
    }

    /** SIGTERM; answers with the exit code. */
    public int stop() {
        process.destroy();
        return awaitExit(Duration.ofSeconds(60));
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public String output() {
        return String.join("\n", lines);
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroy();
            try {
                if (!process.waitFor(20, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException interrupted) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }

    private void read() {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
                if (lines.size() > KEPT_LINES) {
                    lines.poll();
                }
                if (sign.test(line)) {
                    awaited.complete(line);
                }
            }
        } catch (IOException closed) {
            lines.add("(output closed: " + closed.getMessage() + ")");
        } finally {
            awaited.completeExceptionally(new IllegalStateException("The process ended before it was ready"));
        }
    }
}
