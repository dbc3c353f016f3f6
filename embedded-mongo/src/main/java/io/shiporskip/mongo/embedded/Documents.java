package io.shiporskip.mongo.embedded;

import org.jspecify.annotations.Nullable;

/** Documents one after the other, in the order that was asked for. */
interface Documents {

    /** Gives the next document; null at the end */
    @Nullable Found next();

    /** Lets go of the store's pages until the next call. */
    void rest();
}
