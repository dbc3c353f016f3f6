package io.shiporskip.query;

/**
 * What a query found.
 *
 * @param view what is shown
 * @param changedAt position of the last event that changed what is shown: its ETag
 * @param position every event up to here is in what is shown
 */
public record Answer<T>(T view, long changedAt, long position) {

    /** What one document or the log itself says: it holds every event up to its own last change. */
    public Answer(T view, long changedAt) {
        this(view, changedAt, changedAt);
    }

    /**
     * Whether the last change names what is shown. It does not while a part shows an event that another part may lack: that
     * other part can still change without the last change moving.
     */
    public boolean settled() {
        return changedAt <= position;
    }
}
