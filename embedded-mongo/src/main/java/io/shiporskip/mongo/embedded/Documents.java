package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** Documents one after the other, in the order that was asked for. */
interface Documents {

    /** Gives the next document, the caller's own; null at the end */
    @Nullable Document next();

    /** The size in bytes of the document given last. */
    int lastSize();

    /** Lets go of the store's pages until the next call. */
    void rest();
}
