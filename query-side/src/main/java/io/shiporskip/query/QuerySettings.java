package io.shiporskip.query;

import com.mongodb.ConnectionString;
import com.mongodb.WriteConcern;
import io.shiporskip.edge.InvalidSettingException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets for the query side, under {@code ship-or-skip}.
 *
 * @param mongodbUri where the log and the read models are; the database {@code ship-or-skip} unless its path names another
 * @param readModelWrites what a write of a read model waits for: {@code majority}, or {@code w1} where the server lives and
 *     dies with this process, so that nothing acknowledged can be lost alone
 */
@ConfigurationProperties("ship-or-skip")
public record QuerySettings(@Nullable String mongodbUri, @DefaultValue("majority") String readModelWrites) {

    private static final String DATABASE = "ship-or-skip";

    /** @throws InvalidSettingException when the address is missing or is not one */
    ConnectionString connection() {
        if (mongodbUri == null || mongodbUri.isBlank()) {
            throw new InvalidSettingException(
                    "ship-or-skip.mongodb-uri is not set: give the address of MongoDB, in the variable MONGODB_URI");
        }
        try {
            return new ConnectionString(mongodbUri);
        } catch (IllegalArgumentException invalid) {
            throw new InvalidSettingException(
                    "ship-or-skip.mongodb-uri is not an address of MongoDB: " + invalid.getMessage(), invalid);
        }
    }

    String databaseName() {
        String named = connection().getDatabase();
        return named == null ? DATABASE : named;
    }

    /** @throws InvalidSettingException when it is neither of the two */
    WriteConcern writes() {
        return switch (readModelWrites) {
            case "majority" -> WriteConcern.MAJORITY;
            case "w1" -> WriteConcern.W1;
            default ->
                throw new InvalidSettingException(
                        "ship-or-skip.read-model-writes is '" + readModelWrites + "': give majority or w1");
        };
    }
}
