package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection: documents as bytes in the order of their `_id`, and its indexes. Writers take turns; readers wait for
 * nobody, since what they read cannot change.
 */
final class BsonCollection extends AbstractSynchronizedMongoCollection<Object> {

    private static final int MOST_OPEN_CURSORS = 10_000;
    private static final int TOO_MANY_OPEN = 146;

    /** So many entries take about as long as the thread that writes the journal takes to wake up. */
    private static final int WORTH_TELLING = 16;

    private final MVMap<byte[], byte[]> documents;
    private final StoreMaps maps;
    private final Finder finder;
    private final Replacing replacing;
    private volatile List<OrderedEntries> orders;
    private volatile List<OrderedIndex> ordered = List.of();
    private volatile WantedFields indexed = WantedFields.onPaths(List.of("_id"));
    private byte @Nullable [] received;

    BsonCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<byte[], byte[]> documents,
            StoreMaps maps,
            CursorRegistry cursors,
            Scans scans) {
        super(database, name, options, cursors);
        this.documents = documents;
        this.maps = maps;
        this.finder = new Finder(
                getFullName(), documents, this::documentMatchesQuery, name.startsWith("system.") ? new Scans() : scans);
        this.replacing = new Replacing(documents, this);
        this.orders = List.of(new IdIndex("_id_", List.of(new IndexKey("_id", true)), documents));
    }

    static Key keyOf(Document document) {
        return new Key(KeyWriter.encode(document.getOrMissing("_id")));
    }

    @Override
    public void addIndex(Index<Object> index) {
        try {
            super.addIndex(index);
        } catch (RuntimeException e) {
            if (index instanceof OrderedIndex half && !getIndexes().contains(index)) {
                half.clear();
            }
            throw e;
        }
        refreshOrders();
    }

    @Override
    public void dropIndex(String indexName) {
        super.dropIndex(indexName);
        refreshOrders();
    }

    private void refreshOrders() {
        ordered = getIndexes().stream()
                .filter(OrderedIndex.class::isInstance)
                .map(OrderedIndex.class::cast)
                .toList();
        List<OrderedEntries> all = new ArrayList<>(orders.subList(0, 1));
        all.addAll(ordered);
        orders = List.copyOf(all);
        Stream<String> paths =
                getIndexes().stream().flatMap(index -> index.getKeys().stream()).map(IndexKey::getKey);
        indexed = WantedFields.onPaths(Stream.concat(Stream.of("_id"), paths).toList());
    }

    /** What the indexes look at in a document, and its `_id`. */
    WantedFields indexed() {
        return indexed;
    }

    /** Answers the command {@code find}. */
    QueryResult find(Document command) {
        return queryDocuments(
                (Document) command.getOrDefault("filter", new Document()),
                (Document) command.get("sort"),
                number(command, "skip"),
                number(command, "limit"),
                number(command, "batchSize"),
                (Document) command.get("projection"));
    }

    private static int number(Document command, String field) {
        return ((Number) command.getOrDefault(field, 0)).intValue();
    }

    /** Not synchronized, unlike the writes. */
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public QueryResult handleQuery(QueryParameters parameters) {
        Document selector = parameters.getQuerySelector();
        String prefix = selector.containsKey("$query") ? "$" : "";
        boolean wrapped = selector.get(prefix + "query") instanceof Document;
        return queryDocuments(
                wrapped ? (Document) selector.getOrDefault(prefix + "query", selector) : selector,
                wrapped ? (Document) selector.get(prefix + "orderby") : null,
                parameters.getNumberToSkip(),
                parameters.getLimit(),
                parameters.getBatchSize(),
                parameters.getProjection());
    }

    /** Finds documents; a batch size of 0 asks for everything at once, as the writes do. */
    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document fieldSelector) {
        FindCursor cursor = new FindCursor(
                cursorRegistry.generateCursorId(),
                documents.getStore(),
                finder.find(query, orderBy, limit > 0, orders),
                skip,
                limit,
                projection(fieldSelector));
        if (batchSize == 0) {
            return new FoundResult(cursor.takeAll(), 0);
        }
        FoundDocuments first = cursor.takeDocuments(batchSize);
        if (cursor.isEmpty()) {
            return new FoundResult(first, 0);
        }
        if (cursorRegistry.size() >= MOST_OPEN_CURSORS) {
            throw new MongoServerError(TOO_MANY_OPEN, "ExceededMemoryLimit", "too many finds have been left unread");
        }
        cursorRegistry.add(cursor);
        return new FoundResult(first, cursor.getId());
    }

    private UnaryOperator<Found> projection(@Nullable Document fields) {
        if (fields == null || fields.isEmpty()) {
            return UnaryOperator.identity();
        }
        FieldPick pick = FieldPick.of(fields);
        return pick != null
                ? found -> new Found(pick.from(found.bytes()))
                : found -> new Found(DocumentBytes.encode(
                        matchDocumentsFromStream(Stream.of(found.document()), new Document(), null, 0, 0, 0, fields)
                                .collectDocuments()
                                .getFirst()));
    }

    /**
     * Holds the last documents against the indexes.
     *
     * @throws DataFolderException when an index lacks a document
     */
    void checkTail(int documentsToCheck) {
        Cursor<byte[], byte[]> last = documents.cursor(null, null, true);
        for (int i = 0; i < documentsToCheck && last.hasNext(); i++) {
            Key key = new Key(last.next());
            Document document = DocumentBytes.decode(last.getValue());
            for (Index<Object> index : getIndexes()) {
                if (index instanceof OrderedIndex ordered && !ordered.holds(document, key)) {
                    throw new DataFolderException("The data is damaged: index " + index.getName() + " of "
                            + getFullName() + " lacks document " + document.get("_id") + ".");
                }
            }
        }
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fieldSelector) {
        return queryDocuments(query, orderBy, skip, limit, batchSize, fieldSelector);
    }

    @Override
    public synchronized void addDocument(Document document) {
        maps.checkCaughtUp();
        add(document);
        maps.caughtUp();
    }

    /** One that was received is added by what the indexes look at in it, and kept as it came. */
    private void add(Document document) {
        byte[] bytes = Received.bytesOf(document);
        if (bytes == null) {
            super.addDocument(document);
            return;
        }
        Document known = indexed.of(bytes);
        if (getIdField() == null || !known.containsKey(getIdField())) {
            super.addDocument(DocumentBytes.decode(bytes));
            return;
        }
        received = bytes;
        try {
            super.addDocument(known);
        } finally {
            received = null;
        }
    }

    @Override
    protected Object addDocumentInternal(Document document) {
        String idField = getIdField();
        Key key = idField == null ? afterTheLast() : new Key(KeyWriter.encode(document.getOrMissing(idField)));
        byte[] bytes = received;
        byte[] kept = bytes == null ? DocumentBytes.encode(document) : bytes;
        tellAhead(document, key, kept);
        documents.put(key.bytes(), kept);
        return key;
    }

    /** All has been checked and is known: where it is much, it goes to the disk while it is put into the maps. */
    private void tellAhead(Document document, Key key, byte[] kept) {
        List<OrderedIndex> indexes = ordered;
        if (indexes.stream().mapToInt(index -> index.checkedEntries(document)).sum() < WORTH_TELLING) {
            return;
        }
        maps.tellAhead(changes -> {
            changes.put(documents.getId(), key.bytes(), kept);
            indexes.forEach(index -> index.tellAhead(document, key, changes));
        });
    }

    private Key afterTheLast() {
        byte[] last = documents.lastKey();
        return last == null ? new Key(KeyWriter.encode(1)) : new Key(last).afterPrefix();
    }

    @Override
    public synchronized Document updateDocuments(
            Document selector, Document update, ArrayFilters filters, boolean multi, boolean upsert, Oplog oplog) {
        byte[] bytes = Received.bytesOf(update);
        if (!multi && (bytes != null || update.keySet().stream().noneMatch(name -> name.startsWith("$")))) {
            Found old = finder.find(selector, null, true, orders).next();
            if (old != null || !upsert) {
                boolean changes =
                        old != null && (bytes == null ? replacing.replace(old, update) : replacing.replace(old, bytes));
                return new Document("n", old == null ? 0 : 1).append("nModified", changes ? 1 : 0);
            }
        }
        Document decoded = bytes == null ? update : DocumentBytes.decode(bytes);
        return super.updateDocuments(selector, decoded, filters, multi, upsert, oplog);
    }

    @Override
    protected void handleUpdate(Object position, Document oldDocument, Document newDocument) {
        documents.put(((Key) position).bytes(), DocumentBytes.encode(newDocument));
    }

    @Override
    protected void removeDocument(Object position) {
        documents.remove(((Key) position).bytes());
    }

    @Override
    protected @Nullable Document getDocument(Object position) {
        byte[] bytes = documents.get(((Key) position).bytes());
        return bytes == null ? null : DocumentBytes.decode(bytes);
    }

    @Override
    protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(entry ->
                        new DocumentWithPosition<>(DocumentBytes.decode(entry.getValue()), new Key(entry.getKey())));
    }

    @Override
    public int count() {
        return documents.size();
    }

    /** Sizes are not kept: a counter written with every document would cost a page each. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int sizeDelta) {}

    @Override
    protected int getDataSize() {
        return 0;
    }
}
