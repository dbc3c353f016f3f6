package io.shiporskip.command.log;

import com.mongodb.ConnectionString;
import org.jspecify.annotations.Nullable;

/** Where the log is, as set by {@code ship-or-skip.mongodb-uri}. */
record MongoUri(ConnectionString connection) {

    private static final String DATABASE = "ship-or-skip";

    /** @throws SettingException when the text is missing or no MongoDB address */
    static MongoUri of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new SettingException("ship-or-skip.mongodb-uri is not set: give the log's address, such as "
                    + "mongodb://127.0.0.1:27017/ship-or-skip (or MONGODB_URI in the environment)");
        }
        try {
            return new MongoUri(new ConnectionString(text));
        } catch (IllegalArgumentException e) {
            throw new SettingException("ship-or-skip.mongodb-uri is no MongoDB address: " + e.getMessage());
        }
    }

    String database() {
        String named = connection.getDatabase();
        return named == null ? DATABASE : named;
    }
}
