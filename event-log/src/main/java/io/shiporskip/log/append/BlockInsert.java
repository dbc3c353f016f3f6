package io.shiporskip.log.append;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.shiporskip.log.EventLogSchema;
import io.shiporskip.log.block.Block;
import io.shiporskip.log.block.BlockCodec;
import java.util.List;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * One send of one block, and how its answer is classed.
 *
 * <p>It is sent as a plain {@code insert} command, which the driver never sends twice by itself: so one call is one
 * send, an error on the first and only send is known to be one, and a server without sessions answers alike. Sending
 * again is ours to do, see {@link BlockSender}.
 */
final class BlockInsert {

    private static final int DUPLICATE_KEY = 11000;

    /** Wrong for what was sent, whenever it is sent: BadValue, FailedToParse, InvalidBSON, validation, too large. */
    private static final Set<Integer> CONCERNS_CONTENT = Set.of(2, 9, 22, 121, 10334, 17280, 17419, 17420);

    /** Wrong for every block: Unauthorized, AuthenticationFailed, CommandNotFound, OutOfDiskSpace. */
    private static final Set<Integer> CONCERNS_SERVER = Set.of(13, 18, 59, 14031);

    private static final BsonDocument WRITE_CONCERN =
            new BsonDocument("w", new BsonString("majority")).append("j", BsonBoolean.TRUE);

    private final MongoDatabase database;
    private final BlockCodec codec = new BlockCodec();

    BlockInsert(MongoDatabase database) {
        this.database = database;
    }

    Answer send(Block block) {
        // as bytes: the driver would make a tree of a block that only wraps itself, and bytes of that
        BsonDocument command = new BsonDocument("insert", new BsonString(EventLogSchema.COLLECTION))
                .append("documents", new BsonArray(List.of(codec.bytes(block))))
                .append("ordered", BsonBoolean.TRUE)
                .append("writeConcern", WRITE_CONCERN);
        try {
            return classed(database.runCommand(command, BsonDocument.class));
        } catch (MongoCommandException e) {
            return classed(e.getErrorCode(), e.toString());
        } catch (MongoException e) {
            return new Answer.Unknown(e.toString());
        }
    }

    /** What a server's reply to an insert of one block says. */
    static Answer classed(BsonDocument reply) {
        BsonArray errors = reply.getArray("writeErrors", new BsonArray());
        if (!errors.isEmpty()) {
            BsonDocument error = errors.getFirst().asDocument();
            return classed(error.getNumber("code", new BsonInt32(0)).intValue(), error.toJson());
        }
        BsonValue unconfirmed = reply.get("writeConcernError");
        if (unconfirmed != null) {
            return new Answer.Unknown(unconfirmed.toString());
        }
        return reply.getNumber("n", new BsonInt32(0)).intValue() == 1
                ? new Answer.Acknowledged()
                : new Answer.Unknown("the server says that it wrote nothing: " + reply.toJson());
    }

    private static Answer classed(int code, String message) {
        if (code == DUPLICATE_KEY) {
            return new Answer.DuplicateKey();
        }
        if (CONCERNS_CONTENT.contains(code)) {
            return new Answer.Lasting(message, false);
        }
        return CONCERNS_SERVER.contains(code) ? new Answer.Lasting(message, true) : new Answer.Unknown(message);
    }
}
