package io.shiporskip.mongo.embedded;

/**
 * How much the store keeps in memory, and when its file is worked on.
 *
 * @param cacheMegabytes of pages that have been read or written
 * @param journalBytes how long a file of the journal becomes before the store is put on disk whole and the other begins;
 *     also when the pages that wait in memory take {@link #pagesBytes}
 * @param compactEveryBytes after how many bytes of pages some of the file is compacted
 */
record Upkeep(int cacheMegabytes, long journalBytes, long compactEveryBytes) {

    private static final long MEGABYTE = 1 << 20;
    private static final int CACHE_PART = 8;
    private static final int JOURNAL_PART = 64;
    private static final long COMPACT_EVERY = 4 * MEGABYTE;

    /** For what is looked at once, or written in order. */
    static final Upkeep LITTLE = new Upkeep(16, 2 * MEGABYTE, COMPACT_EVERY);

    /**
     * An eighth of the heap for the cache, from 16 MB to 1 GB, and a 64th for the journal, from 4 to 32 MB: with more memory
     * a long index is read less often, and its pages are written less often.
     *
     * @param heapBytes as large as the heap may become
     */
    static Upkeep forHeap(long heapBytes) {
        return new Upkeep(
                Math.clamp(heapBytes / CACHE_PART / MEGABYTE, 16, 1024),
                Math.clamp(heapBytes / JOURNAL_PART, 4 * MEGABYTE, 32 * MEGABYTE),
                COMPACT_EVERY);
    }

    /** What the pages of a checkpoint take in memory at most, unless the journal is overfull. */
    long pagesBytes() {
        return 2 * journalBytes;
    }

    boolean isFull(long journalLength, long unsavedMemory) {
        return journalLength > journalBytes || unsavedMemory > pagesBytes();
    }

    /** Whether writes have to wait for a checkpoint that is slower than they are. */
    boolean isOverfull(long journalLength) {
        return journalLength > 4 * journalBytes;
    }
}
