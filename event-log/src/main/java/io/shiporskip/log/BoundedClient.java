package io.shiporskip.log;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import java.util.concurrent.TimeUnit;

/** Settings of a client for which no thread waits without an end. */
public final class BoundedClient {

    /** Without an answer for so long a server counts as gone; a thread would else wait for it for ever. */
    private static final int ANSWER_SECONDS = 30;

    /** A burst opens connections; without an end to those that idle, each burst would leave some for good. */
    private static final int IDLE_SECONDS = 60;

    private BoundedClient() {}

    /** What the address says itself wins. */
    public static MongoClientSettings.Builder settings(ConnectionString address) {
        return MongoClientSettings.builder()
                .applyToSocketSettings(socket -> socket.readTimeout(ANSWER_SECONDS, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxConnectionIdleTime(IDLE_SECONDS, TimeUnit.SECONDS))
                .applyConnectionString(address);
    }
}
