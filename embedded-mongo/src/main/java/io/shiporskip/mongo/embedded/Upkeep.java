package io.shiporskip.mongo.embedded;

/**
 * When the store's own file is worked on.
 *
 * @param journalBytes how long a file of the journal becomes before the store is put on disk whole and the other begins;
 *     also when the pages that wait in memory take twice as much
 * @param compactEveryBytes after how many bytes of pages some of the file is compacted
 */
record Upkeep(long journalBytes, long compactEveryBytes) {

    /** 8 MB and 4 MB. */
    static final Upkeep DEFAULT = new Upkeep(8 << 20, 4 << 20);

    boolean isFull(long journalLength, long unsavedMemory) {
        return journalLength > journalBytes || unsavedMemory > 2 * journalBytes;
    }

    /** Whether writes have to wait for a checkpoint that is slower than they are. */
    boolean isOverfull(long journalLength) {
        return journalLength > 4 * journalBytes;
    }
}
