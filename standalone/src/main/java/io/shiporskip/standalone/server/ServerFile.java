package io.shiporskip.standalone.server;

import io.shiporskip.standalone.terminal.OperatorException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@value #NAME} in a data folder says who serves it. The server keeps it locked, so a file that a killed one left behind
 * is known by its free lock, and no verb mistakes a stranger on the same port for the server.
 */
public final class ServerFile implements AutoCloseable {

    public static final String NAME = "server.json";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Path file;
    private final FileChannel channel;

    private ServerFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Says that this process serves the folder, until it is closed.
     *
     * @throws OperatorException when another process does, or the file cannot be written
     */
    public static ServerFile hold(Path data, String url) {
        Path file = data.resolve(NAME);
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
            if (!locked(channel)) {
                channel.close();
                throw new OperatorException("The data folder " + data + " is in use by another server.");
            }
            String text = JSON.writeValueAsString(
                    new RunningServer(url, ProcessHandle.current().pid()));
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            return new ServerFile(file, channel);
        } catch (IOException e) {
            throw new OperatorException("Cannot write " + file + ": " + e.getMessage());
        }
    }

    /** The server that holds the folder now, when one does. */
    public static Optional<RunningServer> find(Path data) {
        Path file = data.resolve(NAME);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            // Shared, so that those who look do not take each other for a server.
            return lock(channel, true) == null ? Optional.of(read(file)) : Optional.empty();
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new OperatorException("Cannot read " + file + ": " + e.getMessage());
        }
    }

    private static RunningServer read(Path file) throws IOException {
        try {
            return JSON.readValue(Files.readString(file), RunningServer.class);
        } catch (JacksonException e) {
            throw new OperatorException("A server is just starting on " + file.getParent() + "; ask again shortly.");
        }
    }

    /** Tries for a moment: who looks for a server has the lock for no longer than that. */
    private static boolean locked(FileChannel channel) throws IOException {
        long start = System.nanoTime();
        while (lock(channel, false) == null) {
            if (System.nanoTime() - start > PATIENCE_NANOS) {
                return false;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return true;
    }

    private static @Nullable FileLock lock(FileChannel channel, boolean shared) throws IOException {
        try {
            return channel.tryLock(0, Long.MAX_VALUE, shared);
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        channel.close();
    }
}
