package io.shiporskip.query.projecting.asof;

import io.shiporskip.query.projecting.Folded;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The documents of one read model at the moment asked about: live or past, the caller need not know. */
public interface Documents<D extends Record> {

    /** Those that exist among these ids. */
    Map<String, Folded<D>> load(Collection<String> ids);

    /** The first of those wanted, in order. */
    List<Folded<D>> list(Listing<D> wanted, int limit);

    /** Position of the last event that changed any of the documents; 0 when there are none. */
    long lastChange();
}
