package io.shiporskip.mongo.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The folder that holds the data: one process at a time, and no format newer than this program knows. */
final class DataFolder implements AutoCloseable {

    /** 1 had no journal. */
    static final int FORMAT = 2;

    /** Looked at first: closing a second channel on the lock file would let go of this process's lock. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /**
     * Takes the folder for this process.
     *
     * @throws DataFolderException when it is in use, of a newer format or cannot be written
     */
    static DataFolder open(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            path = path.toRealPath();
        } catch (IOException e) {
            throw new DataFolderException("The data folder " + path + " cannot be written: " + reason(e), e);
        }
        if (!HELD.add(path)) {
            throw new DataFolderException("The data folder " + path + " is in use by this process.");
        }
        try {
            return new DataFolder(path, lock(path));
        } catch (DataFolderException e) {
            HELD.remove(path);
            throw e;
        }
    }

    /** Whether the folder has been one before. */
    static boolean isOne(Path folder) {
        return Files.exists(folder.resolve("mongo.format"));
    }

    private static FileChannel lock(Path path) {
        FileChannel lockFile = null;
        try {
            lockFile =
                    FileChannel.open(path.resolve("mongo.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lockFile.tryLock() == null) {
                throw new DataFolderException("The data folder " + path + " is in use by another process.");
            }
            checkFormat(path);
            return lockFile;
        } catch (IOException e) {
            closeQuietly(lockFile);
            throw new DataFolderException("The data folder " + path + " cannot be written: " + reason(e), e);
        } catch (DataFolderException e) {
            closeQuietly(lockFile);
            throw e;
        }
    }

    Path path() {
        return path;
    }

    private static void checkFormat(Path path) throws IOException {
        Path file = path.resolve("mongo.format");
        if (!Files.exists(file)) {
            writeFormat(path);
            return;
        }
        String text = Files.readString(file).strip();
        int format;
        try {
            format = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new DataFolderException("The data folder " + path + " is damaged: mongo.format holds no number.", e);
        }
        if (format > FORMAT) {
            throw new DataFolderException("The data folder " + path + " has format " + format
                    + ", newer than the format " + FORMAT + " that this version knows.");
        }
        if (format < FORMAT) {
            // before there is a journal, which a program that knows the old format would pass over
            writeFormat(path, StandardOpenOption.WRITE);
        }
    }

    /** Makes the folder one that holds data, once all else is in it. */
    static void writeFormat(Path path) throws IOException {
        writeFormat(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private static void writeFormat(Path path, OpenOption... options) throws IOException {
        try (FileChannel channel = FileChannel.open(path.resolve("mongo.format"), options)) {
            channel.write(ByteBuffer.wrap((FORMAT + "\n").getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + " " + e.getMessage();
    }

    private static void closeQuietly(@Nullable FileChannel file) {
        if (file != null) {
            try {
                file.close();
            } catch (IOException ignored) {
                // the folder is refused for another reason already
            }
        }
    }

    @Override
    public void close() {
        closeQuietly(lockFile);
        HELD.remove(path);
    }
}
