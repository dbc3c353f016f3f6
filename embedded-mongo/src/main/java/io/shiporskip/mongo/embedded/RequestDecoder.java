package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads requests. The documents of inserts and replacements stay the bytes that they came as: they are kept as bytes, too,
 * and a block of the log would be made into some hundred objects only to be made into the same bytes again.
 */
final class RequestDecoder extends MongoWireProtocolHandler {

    private static final int OP_CODE_AT = 3 * Integer.BYTES;
    private static final int FLAGS_AT = 4 * Integer.BYTES;
    private static final int FIRST_SECTION_AT = 5 * Integer.BYTES;
    private static final int COMMAND_NAME_AT = FIRST_SECTION_AT + 1 + Integer.BYTES + 1;

    /** Those whose documents are kept, with the zero that ends a name. */
    private static final Set<String> WRITES = Set.of("insert\0", "update\0");

    private static final int WRITE_NAME_BYTES = 7;

    /**
     * Reads the next request.
     *
     * @return null when it has not come whole yet
     * @throws RuntimeException when it cannot be read; the connection is of no more use then
     */
    @Override
    protected @Nullable ClientRequest decode(ChannelHandlerContext context, ByteBuf in) throws Exception {
        return isWholeWrite(in) ? write(context, in) : super.decode(context, in);
    }

    private static boolean isWholeWrite(ByteBuf in) {
        int start = in.readerIndex();
        return in.readableBytes() > COMMAND_NAME_AT + WRITE_NAME_BYTES
                && in.readableBytes() >= in.getIntLE(start)
                && in.getIntLE(start) > COMMAND_NAME_AT + WRITE_NAME_BYTES
                && in.getIntLE(start) <= MAX_MESSAGE_SIZE_BYTES
                && in.getIntLE(start + OP_CODE_AT) == OpCode.OP_MSG.getId()
                && in.getIntLE(start + FLAGS_AT) == 0
                && in.getByte(start + FIRST_SECTION_AT) == MongoMessage.SECTION_KIND_BODY
                && WRITES.contains(in.toString(start + COMMAND_NAME_AT, WRITE_NAME_BYTES, StandardCharsets.US_ASCII));
    }

    private static MongoMessage write(ChannelHandlerContext context, ByteBuf in) {
        int length = in.readIntLE();
        ByteBuf message = in.readSlice(length - Integer.BYTES);
        MessageHeader header = new MessageHeader(length, message.readIntLE(), message.readIntLE());
        message.skipBytes(2 * Integer.BYTES);
        Document command = new Document();
        while (message.isReadable()) {
            byte kind = message.readByte();
            if (kind == MongoMessage.SECTION_KIND_BODY && command.isEmpty()) {
                fields(message, RequestDecoder::commandField).forEach((name, value) -> add(command, name, value));
            } else if (kind == MongoMessage.SECTION_KIND_DOCUMENT_SEQUENCE) {
                sequence(message, command);
            } else {
                throw new IllegalArgumentException("a section of the kind " + kind + " where none belongs");
            }
        }
        return new MongoMessage(context.channel(), header, command);
    }

    private static void sequence(ByteBuf in, Document command) {
        int start = in.readerIndex();
        int end = start + in.readIntLE();
        String name = BsonDecoder.decodeCString(in);
        List<@Nullable Object> documents = new ArrayList<>();
        while (in.readerIndex() < end) {
            documents.add(element(name, in));
        }
        if (in.readerIndex() != end || documents.isEmpty()) {
            throw new IllegalArgumentException("a sequence of " + documents.size() + " documents that ends elsewhere");
        }
        add(command, name, documents);
    }

    private interface FieldReader {
        @Nullable Object read(String name, byte type, ByteBuf in);
    }

    private static Document fields(ByteBuf in, FieldReader reader) {
        int end = in.readerIndex() + in.getIntLE(in.readerIndex());
        in.skipBytes(Integer.BYTES);
        Document document = new Document();
        for (byte type = in.readByte(); type != BsonConstants.TERMINATING_BYTE; type = in.readByte()) {
            String name = BsonDecoder.decodeCString(in);
            add(document, name, reader.read(name, type, in));
        }
        if (in.readerIndex() != end) {
            throw new IllegalArgumentException("a document that ends elsewhere than it says");
        }
        return document;
    }

    private static @Nullable Object commandField(String name, byte type, ByteBuf in) {
        boolean documents = name.equals("documents") || name.equals("updates");
        if (!documents || type != BsonConstants.TYPE_ARRAY) {
            return BsonDecoder.decodeValue(type, in);
        }
        return new ArrayList<>(
                fields(in, (_, kind, element) -> listed(name, kind, element)).values());
    }

    private static @Nullable Object listed(String list, byte type, ByteBuf in) {
        return type == BsonConstants.TYPE_EMBEDDED_DOCUMENT ? element(list, in) : BsonDecoder.decodeValue(type, in);
    }

    private static Document element(String list, ByteBuf in) {
        return switch (list) {
            case "documents" -> Received.wrapped(bytes(in));
            case "updates" -> update(in);
            default -> BsonDecoder.decodeBson(in);
        };
    }

    /** Array filters are held against what the update says. */
    private static Document update(ByteBuf in) {
        Document update = fields(in, RequestDecoder::updateField);
        byte[] bytes = update.get("u") instanceof Document with ? Received.bytesOf(with) : null;
        if (bytes != null && update.containsKey("arrayFilters")) {
            update.put("u", DocumentBytes.decode(bytes));
        }
        return update;
    }

    /** What replaces a document is kept; operators are for the library. */
    private static @Nullable Object updateField(String name, byte type, ByteBuf in) {
        if (!name.equals("u") || type != BsonConstants.TYPE_EMBEDDED_DOCUMENT) {
            return BsonDecoder.decodeValue(type, in);
        }
        byte[] bytes = bytes(in);
        return hasOperators(bytes) ? DocumentBytes.decode(bytes) : Received.wrapped(bytes);
    }

    private static boolean hasOperators(byte[] document) {
        ByteBuf in = Unpooled.wrappedBuffer(document).skipBytes(Integer.BYTES);
        for (byte type = in.readByte(); type != BsonConstants.TERMINATING_BYTE; type = in.readByte()) {
            if (in.getByte(in.readerIndex()) == '$') {
                return true;
            }
            BsonWalk.skipName(in);
            BsonWalk.skip(type, in);
        }
        return false;
    }

    private static void add(Document document, String name, @Nullable Object value) {
        if (document.containsKey(name)) {
            throw new IllegalArgumentException("the field '" + name + "' stands there twice");
        }
        document.put(name, value);
    }

    private static byte[] bytes(ByteBuf in) {
        int start = in.readerIndex();
        BsonWalk.check(in);
        byte[] bytes = new byte[in.readerIndex() - start];
        in.getBytes(start, bytes);
        return bytes;
    }
}
