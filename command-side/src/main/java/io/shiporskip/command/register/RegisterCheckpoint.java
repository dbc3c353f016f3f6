package io.shiporskip.command.register;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.shiporskip.command.log.CommandDatabase;
import io.shiporskip.command.register.ToolRegister.Standing;
import io.shiporskip.log.LogHead;
import io.shiporskip.log.read.LogReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The register as it was at one position, kept beside the log so that a start need not read all of it. It counts only
 * when this program's fold made it, its content is whole, and the log's chain of hashes leads through it; in any doubt
 * there is none, and the register is folded anew.
 */
final class RegisterCheckpoint {

    private static final Logger LOG = LoggerFactory.getLogger(RegisterCheckpoint.class);

    static final String COLLECTION = "tool-register";

    /** Of the fold in {@link ToolRegister}: a higher one makes older checkpoints void. */
    static final int REVISION = 1;

    /** Some megabytes: a document of the server holds 16 MiB. */
    private static final int MOST_TOOLS = 50_000;

    private static final String ID = "checkpoint";

    private final MongoCollection<Document> collection;
    private final LogReader reader;

    /** What the register held after a position. */
    record Saved(long position, Map<String, Standing> standings) {}

    RegisterCheckpoint(CommandDatabase database, LogReader reader) {
        this.collection = database.database().getCollection(COLLECTION);
        this.reader = reader;
    }

    /** The last checkpoint; empty when there is none that counts. */
    Optional<Saved> load() {
        try {
            return Optional.ofNullable(collection.find(Filters.eq("_id", ID)).first())
                    .flatMap(this::checked);
        } catch (MongoException | ClassCastException | IllegalArgumentException | NullPointerException e) {
            LOG.warn("The checkpoint of the register of tools does not read, all of the log is: {}", e.toString());
            return Optional.empty();
        }
    }

    private Optional<Saved> checked(Document found) {
        long position = found.getLong("position");
        String hash = found.getString("hash");
        SortedMap<String, Standing> standings = new TreeMap<>();
        for (Document tool : found.getList("tools", Document.class)) {
            standings.put(tool.getString("stream"), Standing.valueOf(tool.getString("standing")));
        }
        boolean counts = found.getInteger("revision") == REVISION
                && digest(position, hash, standings).equals(found.getString("digest"))
                && reader.headAt(position)
                        .filter(at -> isEnd(at, position, hash))
                        .isPresent();
        if (!counts) {
            LOG.info("The checkpoint of the register of tools at position {} is not of this log or program", position);
        }
        return counts ? Optional.of(new Saved(position, standings)) : Optional.empty();
    }

    private static boolean isEnd(LogHead block, long position, String hash) {
        return block.position() == position && block.hash().equals(hash);
    }

    /** Keeps what the register holds; it is a cache, so a failure is a word in the log and no more. */
    void save(Saved saved) {
        try {
            Optional<LogHead> at = reader.headAt(saved.position());
            if (saved.standings().size() > MOST_TOOLS || at.isEmpty()) {
                return;
            }
            SortedMap<String, Standing> sorted = new TreeMap<>(saved.standings());
            List<Document> tools = new ArrayList<>();
            sorted.forEach((stream, standing) ->
                    tools.add(new Document("stream", stream).append("standing", standing.name())));
            Document document = new Document("_id", ID)
                    .append("revision", REVISION)
                    .append("position", saved.position())
                    .append("hash", at.get().hash())
                    .append("digest", digest(saved.position(), at.get().hash(), sorted))
                    .append("tools", tools);
            collection.replaceOne(Filters.eq("_id", ID), document, new ReplaceOptions().upsert(true));
        } catch (MongoException e) {
            LOG.info("The register of tools could not be kept at position {}: {}", saved.position(), e.toString());
        }
    }

    /** SHA-256 over position, chain hash and every tool, in the order of their names. */
    private static String digest(long position, String hash, SortedMap<String, Standing> standings) {
        StringBuilder text =
                new StringBuilder().append(position).append('\n').append(hash).append('\n');
        standings.forEach((stream, standing) ->
                text.append(stream).append(' ').append(standing.name()).append('\n'));
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
