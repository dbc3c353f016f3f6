package io.shiporskip.log.block;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.shiporskip.log.EventLogSchema;
import org.bson.codecs.configuration.CodecRegistries;

/** The collection of blocks, as every part of the log reads it: with {@code majority}, so nothing read is taken back. */
public final class Blocks {

    private Blocks() {}

    /** The collection with blocks as its documents. */
    public static MongoCollection<Block> in(MongoDatabase database) {
        MongoCollection<Block> blocks = database.getCollection(EventLogSchema.COLLECTION, Block.class);
        return blocks.withReadConcern(ReadConcern.MAJORITY)
                .withCodecRegistry(CodecRegistries.fromRegistries(
                        CodecRegistries.fromCodecs(new BlockCodec()), blocks.getCodecRegistry()));
    }

    /** The same collection with any other form of document, for reads of a few fields. */
    public static <T> MongoCollection<T> in(MongoDatabase database, Class<T> form) {
        return database.getCollection(EventLogSchema.COLLECTION, form).withReadConcern(ReadConcern.MAJORITY);
    }
}
