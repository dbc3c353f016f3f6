package io.shiporskip.log.read;

import java.util.OptionalLong;

/** What a server tells by itself of blocks that enter the log. */
interface Changes {

    /** Whether this server can tell at all; asked once it answers. */
    boolean available();

    /** Begins to listen: every block that enters from now on is told, until the feed throws. */
    Feed open();

    /** One period of listening. */
    interface Feed extends AutoCloseable {

        /** The position of the last event of the next block told; empty when none was within a second. */
        OptionalLong next();

        @Override
        void close();
    }
}
