package io.shiporskip.mongo.embedded;

/** Is told how far a backup has come. */
@FunctionalInterface
public interface BackupProgress {

    /**
     * Called now and then, on the thread that makes the backup.
     *
     * @param done entries copied so far: documents, and entries of indexes
     * @param total entries to copy in all
     */
    void copied(long done, long total);
}
