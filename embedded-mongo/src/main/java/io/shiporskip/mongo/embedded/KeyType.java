package io.shiporskip.mongo.embedded;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** How keys lie in a page: each without the bytes it shares with the one before it, since neighbours share most. */
final class KeyType extends BasicDataType<Key> {

    static final KeyType INSTANCE = new KeyType();
    private static final int OBJECT_BYTES = 40;

    private KeyType() {}

    @Override
    public int compare(Key one, Key two) {
        return one.compareTo(two);
    }

    @Override
    public int getMemory(Key key) {
        return OBJECT_BYTES + key.length();
    }

    @Override
    public void write(WriteBuffer buffer, Key key) {
        buffer.putVarInt(key.length()).put(key.bytes());
    }

    @Override
    public Key read(ByteBuffer buffer) {
        byte[] bytes = new byte[DataUtils.readVarInt(buffer)];
        buffer.get(bytes);
        return new Key(bytes);
    }

    @Override
    public void write(WriteBuffer buffer, Object storage, int length) {
        byte[] previous = new byte[0];
        for (int i = 0; i < length; i++) {
            byte[] bytes = cast(storage)[i].bytes();
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
            cast(storage)[i] = new Key(bytes);
            previous = bytes;
        }
    }

    @Override
    public Key[] createStorage(int size) {
        return new Key[size];
    }
}
