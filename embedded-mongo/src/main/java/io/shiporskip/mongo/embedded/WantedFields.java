package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a document that somebody looks at: all of it, or some fields, each whole or again only some in it. What is
 * not wanted is passed over, since making documents of bytes is most of what a write costs.
 */
final class WantedFields {

    static final WantedFields ALL = new WantedFields(List.of());

    private final List<Field> fields;

    private WantedFields(List<Field> fields) {
        this.fields = fields;
    }

    /** Those on these paths, such as {@code events.aggregate}; through arrays as through documents. */
    static WantedFields onPaths(Collection<String> paths) {
        // as an index splits them: nothing behind the last dot is no name
        return on(
                paths.stream().map(path -> String.join(".", path.split("\\."))).toList());
    }

    private static WantedFields on(Collection<String> paths) {
        Map<String, List<String>> byName = paths.stream()
                .collect(Collectors.groupingBy(path -> path.split("\\.", 2)[0], TreeMap::new, Collectors.toList()));
        List<Field> fields = new ArrayList<>();
        byName.forEach((name, same) -> {
            boolean whole = same.contains(name);
            WantedFields inside = whole
                    ? ALL
                    : on(same.stream()
                            .map(path -> path.substring(name.length() + 1))
                            .toList());
            fields.add(new Field(name, inside));
        });
        return new WantedFields(fields);
    }

    /** Those that decide whether a document matches a query. */
    static WantedFields askedBy(Document query) {
        boolean plain = query.keySet().stream().noneMatch(name -> name.startsWith("$"));
        return plain && !query.isEmpty()
                ? onPaths(query.keySet().stream()
                        .map(path -> path.split("\\.", 2)[0])
                        .toList())
                : ALL;
    }

    /** A document with the wanted fields that are there, in its order. */
    Document of(byte[] document) {
        return isAll() ? DocumentBytes.decode(document) : some(document, Unpooled.wrappedBuffer(document));
    }

    private boolean isAll() {
        return fields.isEmpty();
    }

    private Document some(byte[] bytes, ByteBuf in) {
        Document found = new Document();
        in.skipBytes(Integer.BYTES);
        for (byte type = in.readByte(); type != BsonConstants.TERMINATING_BYTE; type = in.readByte()) {
            int name = in.readerIndex();
            BsonWalk.skipName(in);
            Field field = named(bytes, name, in.readerIndex() - 1);
            if (field == null) {
                BsonWalk.skip(type, in);
            } else {
                found.put(field.name, field.inside.value(type, bytes, in));
            }
        }
        return found;
    }

    private @Nullable Field named(byte[] bytes, int from, int to) {
        for (Field field : fields) {
            if (Arrays.equals(bytes, from, to, field.bytes, 0, field.bytes.length)) {
                return field;
            }
        }
        return null;
    }

    private @Nullable Object value(byte type, byte[] bytes, ByteBuf in) {
        if (isAll()) {
            return BsonDecoder.decodeValue(type, in);
        }
        return switch (type) {
            case BsonConstants.TYPE_EMBEDDED_DOCUMENT -> some(bytes, in);
            case BsonConstants.TYPE_ARRAY -> elements(bytes, in);
            default -> BsonDecoder.decodeValue(type, in);
        };
    }

    private List<@Nullable Object> elements(byte[] bytes, ByteBuf in) {
        List<@Nullable Object> found = new ArrayList<>();
        in.skipBytes(Integer.BYTES);
        for (byte type = in.readByte(); type != BsonConstants.TERMINATING_BYTE; type = in.readByte()) {
            BsonWalk.skipName(in);
            found.add(
                    type == BsonConstants.TYPE_EMBEDDED_DOCUMENT ? some(bytes, in) : BsonDecoder.decodeValue(type, in));
        }
        return found;
    }

    private static final class Field {

        private final String name;
        private final byte[] bytes;
        private final WantedFields inside;

        Field(String name, WantedFields inside) {
            this.name = name;
            this.bytes = name.getBytes(StandardCharsets.UTF_8);
            this.inside = inside;
        }
    }
}
