package io.shiporskip.standalone.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders and files that their owner alone may look into (modes 700 and 600 where the file system has modes). */
final class OwnFolder {

    /** Without this file a folder holds no data. */
    private static final String FORMAT = "mongo.format";

    private OwnFolder() {}

    /** Whether a copy may go there: nothing is there, or a folder with nothing in it. */
    static boolean isFree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    static void create(Path folder) throws IOException {
        Files.createDirectories(folder);
        restrict(folder, "rwx------");
    }

    /** Copies a file and forces it to the disk; it is nobody else's from its first byte on. */
    static void copyFile(Path from, Path to) throws IOException {
        Files.createFile(to);
        restrict(to, "rw-------");
        try (FileChannel source = FileChannel.open(from, StandardOpenOption.READ);
                FileChannel target = FileChannel.open(to, StandardOpenOption.WRITE)) {
            for (long at = 0; at < source.size(); ) {
                at += source.transferTo(at, source.size() - at, target);
            }
            target.force(true);
        }
    }

    /** Puts a folder where nothing is, or an empty one; across file systems by a copy. */
    static void move(Path from, Path to) throws IOException {
        Files.deleteIfExists(to);
        Path parent = to.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException elsewhere) {
            copy(from, to);
            delete(from);
        }
    }

    /** The other folder is whole or gone again, and is no site before its last file is there. */
    static void copy(Path from, Path to) throws IOException {
        try {
            create(to);
            for (Path file : children(from)) {
                copyFile(file, to.resolve(file.getFileName().toString()));
            }
        } catch (IOException e) {
            try {
                delete(to);
            } catch (IOException left) {
                e.addSuppressed(left);
            }
            throw new IOException(e + "; the copy is whole in " + from + ", move it from there", e);
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted(Comparator.comparingInt(OwnFolder::turn).thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    /** Data without its keys would get new ones at its first start; without its format it is not taken for data. */
    private static int turn(Path file) {
        String name = file.getFileName().toString();
        if (SiteCopy.KEYS.contains(name)) {
            return 0;
        }
        return name.equals(FORMAT) ? 2 : 1;
    }

    private static void restrict(Path file, String mode) throws IOException {
        if (Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        }
    }
}
