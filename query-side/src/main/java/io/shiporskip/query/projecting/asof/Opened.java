package io.shiporskip.query.projecting.asof;

import io.shiporskip.query.projecting.Projection;

/** One request's view of some read models, all at one moment. */
public interface Opened {

    /**
     * Every event up to here is in each of the models opened. In the past no later one is; in the present some documents
     * may hold later ones.
     */
    long position();

    /** @param projection one of those opened */
    <D extends Record> Documents<D> of(Projection<D> projection);
}
