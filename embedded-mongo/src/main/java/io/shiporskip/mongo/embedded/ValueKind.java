package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The kinds of values in the order in which MongoDB sorts them; a range never reaches beyond its kind. */
enum ValueKind {
    MIN(8),
    NULL(16),
    NUMBER(24),
    STRING(32),
    DOCUMENT(40),
    ARRAY(48),
    BINARY(56),
    OBJECT_ID(64),
    BOOLEAN(72),
    INSTANT(80),
    TIMESTAMP(88),
    MAX(96);

    private final byte tag;

    ValueKind(int tag) {
        this.tag = (byte) tag;
    }

    /** Written to disk. Never 0, which ends a list, and below 128, so that turned round it is neither 0 nor 255. */
    byte tag() {
        return tag;
    }

    /** Null when values of this class have no place in an index. */
    static @Nullable ValueKind of(@Nullable Object value) {
        return switch (value) {
            case null -> NULL;
            case Missing ignored -> NULL;
            case MinKey ignored -> MIN;
            case Decimal128 ignored -> null;
            case Number ignored -> NUMBER;
            case String ignored -> STRING;
            case Document ignored -> DOCUMENT;
            case Collection<?> ignored -> ARRAY;
            case BinData ignored -> BINARY;
            case UUID ignored -> BINARY;
            case ObjectId ignored -> OBJECT_ID;
            case Boolean ignored -> BOOLEAN;
            case Instant ignored -> INSTANT;
            case BsonTimestamp ignored -> TIMESTAMP;
            case MaxKey ignored -> MAX;
            default -> null;
        };
    }
}
