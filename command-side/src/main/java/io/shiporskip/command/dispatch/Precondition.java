package io.shiporskip.command.dispatch;

import io.shiporskip.command.Refusal;
import io.shiporskip.edge.condition.IfMatch;
import io.shiporskip.log.read.LogReader;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rule of {@code If-Match} on a write. An entity tag begins with a position of the log: what its bearer saw was right up to
 * there. The write holds when nothing that it would replace has changed after one of the tags, that is when the last
 * event of the command's own stream stands at that position or before it. So the tag of any page or answer that shows the
 * thing will do, and a vote on a tool does not stop an editor who is putting its description right. A weak tag, one that
 * is no position, and one beyond the log's head are never given out and hold nothing; {@code *} holds when the stream has
 * an event at all.
 */
final class Precondition {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})(?:-[!#-~]{1,1000})?\"");

    private final LogReader reader;

    Precondition(LogReader reader) {
        this.reader = reader;
    }

    /**
     * The sequence number of the stream's last event that the sender has seen, -1 for none; absent when the sender makes
     * no condition.
     *
     * @throws Refusal when the stream has changed since
     */
    OptionalLong seen(String stream, IfMatch condition) {
        String header = condition.header();
        if (header == null) {
            return OptionalLong.empty();
        }
        OptionalLong sequence = reader.lastSequence(stream);
        boolean holds = header.strip().equals("*")
                ? sequence.isPresent()
                : latestTag(header) >= (sequence.isPresent() ? positionOf(stream, sequence.getAsLong()) : 0);
        if (!holds) {
            throw Refusal.stale();
        }
        return OptionalLong.of(sequence.orElse(-1));
    }

    private long positionOf(String stream, long sequence) {
        return reader.stream(stream, sequence, 1).getFirst().position();
    }

    /** The latest position that the header names, -1 when it names none that has been given out. */
    private long latestTag(String header) {
        long head = reader.head().position();
        return Stream.of(header.split(",", -1))
                .map(tag -> TAG.matcher(tag.strip()))
                .filter(Matcher::matches)
                .mapToLong(tag -> Long.parseLong(tag.group(1)))
                .filter(position -> position <= head)
                .max()
                .orElse(-1);
    }
}
