package io.shiporskip.query.projecting.asof;

import io.shiporskip.query.projecting.Folded;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The documents of one read model at the moment asked about: live or past, the caller need not know. */
public interface Documents<D extends Record> {

    /** Those that exist among these ids. */
    Map<String, Folded<D>> load(Collection<String> ids);

    /** The first of those wanted, in order. */
    List<Folded<D>> list(Listing<D> wanted, int limit);

    /** Position of the last event that changed any of the documents; 0 when there are none. */
    long lastChange();

    /**
     * The state they are in, for whoever keeps in memory what comes of them: asked before they are read. Null in the past,
     * and in the present while something may still be written of an event before their last change.
     */
    default @Nullable Settled settled() {
        return null;
    }
}
