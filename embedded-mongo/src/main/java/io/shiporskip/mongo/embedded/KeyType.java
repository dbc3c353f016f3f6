package io.shiporskip.mongo.embedded;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * How keys lie in a page, each without the bytes it shares with the one before it, since neighbours share most. In memory
 * they are arrays of bytes and nothing around them: there are millions, which the collector has to follow and copy.
 */
final class KeyType extends BasicDataType<byte[]> {

    static final KeyType INSTANCE = new KeyType();
    private static final int HEADER_BYTES = 16;

    private KeyType() {}

    @Override
    public int compare(byte[] one, byte[] two) {
        return Arrays.compareUnsigned(one, two);
    }

    @Override
    public int getMemory(byte[] key) {
        return HEADER_BYTES + (key.length + 7) / 8 * 8;
    }

    @Override
    public void write(WriteBuffer buffer, byte[] key) {
        buffer.putVarInt(key.length).put(key);
    }

    @Override
    public byte[] read(ByteBuffer buffer) {
        byte[] key = new byte[DataUtils.readVarInt(buffer)];
        buffer.get(key);
        return key;
    }

    @Override
    public void write(WriteBuffer buffer, Object storage, int length) {
        byte[] previous = new byte[0];
        for (int i = 0; i < length; i++) {
            byte[] bytes = cast(storage)[i];
            int mismatch = Arrays.mismatch(previous, bytes);
            int shared = mismatch < 0 ? bytes.length : mismatch;
            buffer.putVarInt(shared).putVarInt(bytes.length - shared);
            buffer.put(bytes, shared, bytes.length - shared);
            previous = bytes;
        }
    }

    @Override
    public void read(ByteBuffer buffer, Object storage, int length) {
        byte[] previous = new byte[0];
        for (int i = 0; i < length; i++) {
            int shared = DataUtils.readVarInt(buffer);
            byte[] bytes = Arrays.copyOf(previous, shared + DataUtils.readVarInt(buffer));
            buffer.get(bytes, shared, bytes.length - shared);
            cast(storage)[i] = bytes;
            previous = bytes;
        }
    }

    @Override
    public byte[][] createStorage(int size) {
        return new byte[size][];
    }
}
