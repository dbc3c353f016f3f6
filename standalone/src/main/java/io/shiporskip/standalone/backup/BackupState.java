package io.shiporskip.standalone.backup;

import org.jspecify.annotations.Nullable;

/**
 * How far a backup has come.
 *
 * @param state {@code running}, {@code done} or {@code failed}
 * @param folder where it is, seen from the data folder
 * @param copied entries of the database so far
 * @param total entries to copy; 0 before they are counted
 * @param position the last position of the copied log, once done
 * @param hash the chain hash there
 * @param reason why it failed
 */
record BackupState(
        String name,
        String state,
        String folder,
        long copied,
        long total,
        @Nullable Long position,
        @Nullable String hash,
        @Nullable String reason) {

    static BackupState running(String name, String folder, long copied, long total) {
        return new BackupState(name, "running", folder, copied, total, null, null, null);
    }

    BackupState done(long position, String hash) {
        return new BackupState(name, "done", folder, copied, total, position, hash, null);
    }

    BackupState failed(String reason) {
        return new BackupState(name, "failed", folder, copied, total, null, null, reason);
    }
}
