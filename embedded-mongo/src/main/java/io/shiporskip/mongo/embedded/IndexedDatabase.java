package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** A database whose collections keep bytes and whose indexes are ordered; maps are named as its parent names them. */
final class IndexedDatabase extends H2Database {

    private final StoreMaps maps;
    private final Scans scans;

    IndexedDatabase(String name, MVStore store, StoreMaps maps, CursorRegistry cursors, Scans scans) {
        // set before the parent opens what it finds, which it does by calling the methods below
        this.maps = maps;
        this.scans = scans;
        super(name, store, cursors);
    }

    /** A find is answered here, so that what it found reaches the wire as it is kept. */
    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        return command.equals("find")
                        && resolveCollection((String) query.get(command), false) instanceof BsonCollection collection
                ? CursorAnswer.first(collection.getFullName(), collection.find(query))
                : super.handleCommand(channel, command, query, databases, oplog);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        return new BsonCollection(this, name, options, documents(name), maps, cursorRegistry, scans);
    }

    private MVMap<byte[], byte[]> documents(String collection) {
        return maps.documents(getFullCollectionNamespace(collection));
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        return isPrimaryKeyIndex(new Document(keys.getFirst().getKey(), 1)) && keys.size() == 1
                ? new IdIndex(index, keys, documents(collection))
                : new OrderedIndex(index, keys, true, sparse, entries(collection, index));
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        return new OrderedIndex(index, keys, false, sparse, entries(collection, index));
    }

    private MVMap<byte[], byte[]> entries(String collection, String index) {
        return maps.entries(getFullCollectionNamespace(collection), index);
    }
}
