package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.Collection;
import java.util.function.Supplier;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** Answers commands: a write after it is on disk, a read after what it shows is on disk. */
final class DurableBackend extends H2Backend {

    private static final int DURABILITY_UNKNOWN = 64;
    private static final int UNREADABLE = 376;
    private static final int UNKNOWN = 8;

    private final GroupCommit commits;
    private final StoreMaps maps;
    private final Scans scans;

    DurableBackend(MVStore store, StoreMaps maps, GroupCommit commits, Scans scans) {
        // set before the parent opens what it finds, which it does by calling openOrCreateDatabase
        this.commits = commits;
        this.maps = maps;
        this.scans = scans;
        super(store);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String databaseName) {
        return new IndexedDatabase(databaseName, getMvStore(), maps, getCursorRegistry(), scans);
    }

    /** As the parent does it, but what was found reaches the wire as it is kept. */
    @Override
    protected Document handleGetMore(String databaseName, String command, Document query) {
        if (!(query.get(command) instanceof Number id
                && getCursorRegistry().getCursor(id.longValue()) instanceof FindCursor find)) {
            return super.handleGetMore(databaseName, command, query);
        }
        FoundDocuments next = find.takeDocuments(((Number) query.getOrDefault("batchSize", 0)).intValue());
        if (find.isEmpty()) {
            getCursorRegistry().remove(find);
        }
        return CursorAnswer.next(
                databaseName + "." + query.get("collection"), new FoundResult(next, find.isEmpty() ? 0 : find.getId()));
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        Document command = message.getDocument();
        String name = command.keySet().iterator().next();
        return switch (CommandKind.of(name)) {
            case READ -> read(message, name, command);
            case WRITE -> write(message, name, command);
            case SCHEMA -> alone(message, command);
            case HELLO, OTHER -> super.handleMessage(message);
        };
    }

    private Document read(MongoMessage message, String name, Document command) {
        if (name.equals("find") && !(command.get("batchSize") instanceof Number size && size.intValue() > 0)) {
            command.put("batchSize", FindCursor.DEFAULT_BATCH);
        }
        if (name.equals("aggregate")) {
            scans.add(message.getDatabaseName() + "." + command.get(name) + " aggregate " + command.get("pipeline"));
        }
        Document answer = shown(message);
        if (WriteConcern.readsOnlyWhatIsOnDisk(command)) {
            String collection = name.equals("getMore") ? (String) command.get("collection") : command.get(name) + "";
            try {
                if (name.startsWith("list")) {
                    // a list of collections or indexes shows what any write may have made
                    commits.awaitAll();
                } else {
                    commits.awaitShown(message.getDatabaseName() + "." + collection);
                }
            } catch (NotDurableException e) {
                throw new MongoServerError(
                        DURABILITY_UNKNOWN, "WriteConcernFailed", "cannot be shown: " + e.getMessage());
            }
        }
        return answer;
    }

    private Document shown(MongoMessage message) {
        try {
            return super.handleMessage(message);
        } catch (MVStoreException e) {
            String file = getMvStore().getFileStore().getFileName().replaceFirst("^" + OrderedFile.PREFIX, "");
            throw unread(file, e, commits.failure() != null || getMvStore().isClosed());
        }
    }

    /** @param failing whether the store is no longer in use, so that nothing follows for its file */
    static MongoServerError unread(String file, MVStoreException e, boolean failing) {
        boolean damaged = !failing
                && switch (e.getErrorCode()) {
                    case DataUtils.ERROR_FILE_CORRUPT,
                            DataUtils.ERROR_CHUNK_NOT_FOUND,
                            DataUtils.ERROR_READING_FAILED -> true;
                    default -> false;
                };
        return damaged
                ? new MongoServerError(UNREADABLE, "DataCorruptionDetected", file + " is damaged: " + e.getMessage())
                : new MongoServerError(
                        UNKNOWN, "UnknownError", file + " is closed or failing, ask again: " + e.getMessage());
    }

    private Document write(MongoMessage message, String name, Document command) {
        WriteCheck.check(name, command);
        Applied applied = new Applied(() -> WriteCounts.run(name, command, one -> send(message, one)));
        String collection = message.getDatabaseName() + "." + command.get(name);
        // Of a bulk only the end is waited for: its documents need not be synced one by one.
        boolean awaited = WriteConcern.waitsForDisk(command)
                && !(command.get("documents") instanceof Collection<?> all && all.size() > 1);
        return answer(commits.write(collection, awaited, applied), applied, command);
    }

    private Document alone(MongoMessage message, Document command) {
        Applied applied = new Applied(() -> super.handleMessage(message));
        return answer(commits.alone(applied), applied, command);
    }

    private Document send(MongoMessage message, Document command) {
        return super.handleMessage(new MongoMessage(message.getChannel(), message.getHeader(), command));
    }

    /** What a command does in memory, and its answer. */
    private final class Applied implements Runnable {

        private final Supplier<Document> command;
        private Document answer = new Document();

        Applied(Supplier<Document> command) {
            this.command = command;
        }

        @Override
        public void run() {
            Throwable failure = commits.failure();
            if (failure != null) {
                throw new MongoServerError(
                        DURABILITY_UNKNOWN,
                        "WriteConcernFailed",
                        "nothing is written: " + NotDurableException.reason(failure));
            }
            answer = command.get();
        }
    }

    private Document answer(Group group, Applied applied, Document command) {
        Document document = applied.answer;
        if (WriteConcern.waitsForDisk(command)) {
            try {
                commits.awaitDurable(group);
            } catch (NotDurableException e) {
                document.put(
                        "writeConcernError",
                        new Document("code", DURABILITY_UNKNOWN)
                                .append("codeName", "WriteConcernFailed")
                                .append("errmsg", e.getMessage()));
            }
        }
        return document;
    }
}
