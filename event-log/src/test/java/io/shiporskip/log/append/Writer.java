package io.shiporskip.log.append;

import io.shiporskip.log.Commits;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** One command thread: appends commits and notes what it was told of each. */
final class Writer implements Runnable {

    /** What a command was told; a position where it was told that its commit is done. */
    enum Told {
        DONE,
        REFUSED,
        BUSY,
        UNKNOWN
    }

    record Note(Commit commit, Told told, long position, boolean contended) {}

    private final BlockAppender appender;
    private final String name;
    private final Random random;
    private final int commits;
    private final Map<String, Note> notes;

    Writer(BlockAppender appender, String name, long seed, int commits, Map<String, Note> notes) {
        this.appender = appender;
        this.name = name;
        this.random = new Random(seed);
        this.commits = commits;
        this.notes = notes;
    }

    static Map<String, Note> newNotes() {
        return new ConcurrentHashMap<>();
    }

    @Override
    public void run() {
        for (int i = 0; i < commits; i++) {
            // Every writer claims the same few places in turn, so one of them wins each and the others are refused.
            boolean contended = random.nextInt(4) == 0;
            Commit commit = contended
                    ? Commits.of("contended-" + i, 0, 1)
                    : Commits.of(name + "-" + i, 0, 1 + random.nextInt(3));
            notes.put(commit.id(), append(commit, contended));
        }
    }

    private Note append(Commit commit, boolean contended) {
        try {
            return new Note(commit, Told.DONE, appender.append(commit), contended);
        } catch (CommitRefusedException e) {
            return new Note(commit, Told.REFUSED, 0, contended);
        } catch (BusyException e) {
            return new Note(commit, Told.BUSY, 0, contended);
        } catch (UnknownOutcomeException e) {
            return new Note(commit, Told.UNKNOWN, 0, contended);
        }
    }
}
