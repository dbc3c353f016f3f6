package io.shiporskip.log.block;

import io.shiporskip.log.StoredEvent;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a block that its hash covers, the same on every machine and in every language: integers are big-endian
 * two's complement; a text is the int32 length of its UTF-8 bytes and those bytes; an absent text is the length -1; a
 * time is int64 milliseconds since 1970-01-01T00:00Z.
 *
 * <pre>
 * block: int64 position, time at, int32 number of events, then each event
 * event: id, commit, aggregate, type, int64 sequence, name, revision, time, payload, meta
 * </pre>
 */
final class CanonicalBytes {

    private final ByteArrayOutputStream out;
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    private CanonicalBytes(int events) {
        out = new ByteArrayOutputStream(FirstBytes.of(events));
    }

    static byte[] of(long position, Instant at, List<StoredEvent> events) {
        CanonicalBytes bytes = new CanonicalBytes(events.size());
        bytes.int64(position);
        bytes.int64(at.toEpochMilli());
        bytes.int32(events.size());
        events.forEach(bytes::event);
        return bytes.out.toByteArray();
    }

    private void event(StoredEvent event) {
        text(event.id());
        text(event.commit());
        text(event.aggregate());
        text(event.type());
        int64(event.sequence());
        text(event.name());
        text(event.revision());
        int64(event.time().toEpochMilli());
        text(event.payload());
        text(event.meta());
    }

    private void text(@Nullable String text) {
        if (text == null) {
            int32(-1);
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int32(utf8.length);
        out.writeBytes(utf8);
    }

    private void int32(int value) {
        out.write(number.putInt(0, value).array(), 0, Integer.BYTES);
    }

    private void int64(long value) {
        out.write(number.putLong(0, value).array(), 0, Long.BYTES);
    }
}
