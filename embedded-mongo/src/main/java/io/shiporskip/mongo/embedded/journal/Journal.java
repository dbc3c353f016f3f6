package io.shiporskip.mongo.embedded.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.stream.Stream;
import org.h2.store.fs.FileUtils;

/**
 * Two files that take turns. One is written to; when the store has been put on disk whole, at a version, the other begins
 * from that version, and the first is needed no more. After a crash the store is what its newest version holds, and what
 * the files say that was changed since.
 *
 * <p>Used by one thread at a time.
 */
public final class Journal implements AutoCloseable {

    private final JournalFile[] files;
    private int current;

    private Journal(JournalFile one, JournalFile other) {
        this.files = new JournalFile[] {one, other};
        this.current = one.start() >= other.start() ? 0 : 1;
    }

    /**
     * Opens a journal and finds its end; makes its files where there are none.
     *
     * @param name its files' names without their last part
     *
     * @throws JournalDamagedException when it is not whole
     */
    public static Journal open(String name) throws IOException {
        return open(name, "rw");
    }

    private static Journal open(String name, String mode) throws IOException {
        JournalFile one = file(name + "-1", mode);
        try {
            return new Journal(one, file(name + "-2", mode));
        } catch (IOException | RuntimeException e) {
            one.close();
            throw e;
        }
    }

    private static JournalFile file(String name, String mode) throws IOException {
        FileChannel file = FileUtils.open(name, mode);
        if (file.size() == 0 && mode.equals("rw")) {
            // that it is there at all shall last before anything says so
            file.force(true);
        }
        return new JournalFile(name, file);
    }

    /**
     * Checks a journal and changes nothing.
     *
     * @param version the store's newest version
     * @param marked how far the journal has been known to reach
     *
     * @throws JournalDamagedException when it is not whole, or does not reach so far, or does not follow that version
     */
    public static void check(String name, long version, JournalEnd marked) throws IOException {
        if (marked.start() == JournalEnd.NO_JOURNAL) {
            return;
        }
        for (String file : List.of(name + "-1", name + "-2")) {
            if (!FileUtils.exists(file)) {
                throw new JournalDamagedException(file + " is missing. Nothing has been changed.");
            }
        }
        try (Journal journal = open(name, "r")) {
            journal.check(version, marked);
        }
    }

    private void check(long version, JournalEnd marked) {
        long base = base(version);
        if (base == JournalEnd.NO_JOURNAL) {
            throw new JournalDamagedException(files[0].name() + " and " + files[1].name()
                    + " are damaged: neither follows version " + version + ". Nothing has been changed.");
        }
        long length = Stream.of(files)
                .filter(file -> file.start() == marked.start())
                .mapToLong(JournalFile::length)
                .findFirst()
                .orElse(0);
        if (marked.start() >= base && length < marked.length()) {
            throw new JournalDamagedException(files[0].name() + " or " + files[1].name()
                    + " is damaged: what follows version " + marked.start() + " ends at byte " + length
                    + " but reached " + marked.length() + " before. Nothing has been changed.");
        }
    }

    /** The version from which on the files are needed: what a file says that begins before it is in the store. */
    private long base(long version) {
        return Stream.of(files)
                .mapToLong(JournalFile::start)
                .filter(start -> start <= version)
                .max()
                .orElse(JournalEnd.NO_JOURNAL);
    }

    /**
     * Tells what was changed since this version of the store. What a file says that follows an older version is in this one;
     * to do it again would bring back what has been changed since, without the rest of the write it belonged to.
     */
    public void replay(long version, MapChanges to) throws IOException {
        for (int i = 1; i <= files.length; i++) {
            JournalFile file = files[(current + i) % files.length];
            if (file.start() != JournalEnd.NO_JOURNAL && file.start() >= version) {
                file.replay(to);
            }
        }
    }

    /** From now on what is written follows this version of the store; the other file must be needed no more. */
    public void begin(long version) {
        if (version == files[current].start()) {
            return;
        }
        current = 1 - current;
        files[current].begin(version);
    }

    /** Adds changes and waits until they are on disk. */
    public void write(List<Changes> group) throws IOException {
        files[current].write(group);
    }

    /** How far it reaches, on disk. */
    public JournalEnd end() {
        return new JournalEnd(files[current].start(), files[current].length());
    }

    @Override
    public void close() throws IOException {
        try {
            files[0].close();
        } finally {
            files[1].close();
        }
    }
}
