package io.shiporskip.edge.secrets;

import io.shiporskip.edge.InvalidSettingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A file that only its owner may read (mode 600 where the file system has modes), written whole or not at all, by the
 * first process that needs it. Processes that start together on one folder all read what the first one wrote.
 */
final class OwnerOnlyFile {

    private static final FileAttribute<?> MODE_600 =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private OwnerOnlyFile() {}

    /** What stands in the file, and whether this call put it there. */
    record Content(String text, boolean created) {}

    /** @throws InvalidSettingException when the file can neither be read nor made */
    static Content readOrCreate(Path folder, String name, Supplier<String> first) {
        Path file = folder.resolve(name);
        try {
            boolean created = !Files.exists(file) && create(folder, file, first.get());
            return new Content(Files.readString(file), created);
        } catch (IOException e) {
            throw new InvalidSettingException("Cannot read or make " + file + ": " + reason(e), e);
        }
    }

    private static boolean create(Path folder, Path file, String text) throws IOException {
        Files.createDirectories(folder);
        Path draft = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID());
        try {
            write(draft, text);
            return putInPlace(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void write(Path draft, String text) throws IOException {
        boolean modes = draft.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = modes ? new FileAttribute<?>[] {MODE_600} : new FileAttribute<?>[0];
        try (FileChannel channel =
                FileChannel.open(draft, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), attributes)) {
            ByteBuffer buffer = StandardCharsets.UTF_8.encode(text);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** A hard link appears with all its content or fails because the name is taken: the first process wins. */
    private static boolean putInPlace(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
            return true;
        } catch (FileAlreadyExistsException another) {
            return false;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            return moveInPlace(draft, file);
        }
    }

    private static boolean moveInPlace(Path draft, Path file) throws IOException {
        try {
            Files.move(draft, file);
            return true;
        } catch (FileAlreadyExistsException another) {
            return false;
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + " (" + e.getMessage() + ")";
    }
}
