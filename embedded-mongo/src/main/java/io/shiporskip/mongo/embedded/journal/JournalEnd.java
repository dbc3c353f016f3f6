package io.shiporskip.mongo.embedded.journal;

/**
 * How far a journal reaches.
 *
 * @param start the store's version that its newest file follows; {@link #NO_JOURNAL} where there has been none yet
 * @param length how many bytes of that file there are, from its beginning
 */
public record JournalEnd(long start, long length) {

    public static final long NO_JOURNAL = -1;

    /** Of a store that has never had a journal. */
    public static final JournalEnd NONE = new JournalEnd(NO_JOURNAL, 0);
}
