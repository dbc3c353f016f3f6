package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToByteEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes answers. What a query found goes out as the bytes that are kept, which are BSON already. */
final class ReplyEncoder extends MessageToByteEncoder<MongoMessage> {

    @Override
    protected void encode(ChannelHandlerContext context, MongoMessage message, ByteBuf out) {
        out.writeIntLE(0);
        out.writeIntLE(message.getHeader().getRequestID());
        out.writeIntLE(message.getHeader().getResponseTo());
        out.writeIntLE(OpCode.OP_MSG.getId());
        out.writeIntLE(message.getFlags());
        out.writeByte(MongoMessage.SECTION_KIND_BODY);
        document(message.getDocument(), out);
        out.setIntLE(0, out.writerIndex());
    }

    private static void document(Document document, ByteBuf out) {
        int start = open(out);
        document.forEach((name, value) -> value(name, value, out));
        close(start, out);
    }

    private static void value(String name, @Nullable Object value, ByteBuf out) {
        byte type = BsonEncoder.determineType(value);
        out.writeByte(type);
        text(name, out);
        switch (value) {
            case FoundDocuments batch -> {
                int start = open(out);
                for (int i = 0; i < batch.size(); i++) {
                    out.writeByte(BsonConstants.TYPE_EMBEDDED_DOCUMENT);
                    text(Integer.toString(i), out);
                    out.writeBytes(batch.found().get(i).bytes());
                }
                close(start, out);
            }
            case Document inner -> document(inner, out);
            case null, default -> BsonEncoder.encodeValue(type, value, out);
        }
    }

    private static int open(ByteBuf out) {
        int start = out.writerIndex();
        out.writeIntLE(0);
        return start;
    }

    private static void close(int start, ByteBuf out) {
        out.writeByte(BsonConstants.TERMINATING_BYTE);
        out.setIntLE(start, out.writerIndex() - start);
    }

    private static void text(String text, ByteBuf out) {
        out.writeCharSequence(text, StandardCharsets.UTF_8);
        out.writeByte(BsonConstants.STRING_TERMINATION);
    }
}
