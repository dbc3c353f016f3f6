package io.shiporskip.query.history;

import io.shiporskip.events.tool.ToolId;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.types.Binary;

/**
 * Which of {@value #SIZE} neighbouring positions of the log concern one tool, as stored: a rebuild writes a document for
 * each tool of such a stretch, and the present writes a tool's last one again with each of its votes.
 *
 * @param first the stretch's first position
 * @param places their distances from it, ascending, each in two bytes, the higher one first
 */
public record HistoryBucket(long first, Binary places) {

    static final int SIZE = 4_096;

    static HistoryBucket empty(long position) {
        return new HistoryBucket(number(position) * SIZE, new Binary(new byte[0]));
    }

    /** Sorts by tool and then by position: the number is written in 16 hexadecimal digits. */
    static String id(ToolId tool, long position) {
        String digits = Long.toHexString(number(position));
        return tool.slug() + "@" + "0".repeat(16 - digits.length()) + digits;
    }

    private static long number(long position) {
        return position / SIZE;
    }

    /** @param position later than all in it, and of the same stretch */
    HistoryBucket with(long position) {
        byte[] known = places.getData();
        byte[] all = Arrays.copyOf(known, known.length + Character.BYTES);
        ByteBuffer.wrap(all).putChar(known.length, (char) (position - first));
        return new HistoryBucket(first, new Binary(all));
    }

    /** Newest first. */
    LongStream positions() {
        CharBuffer known = ByteBuffer.wrap(places.getData()).asCharBuffer();
        int newest = known.limit() - 1;
        return IntStream.rangeClosed(0, newest).mapToLong(at -> first + known.get(newest - at));
    }
}
