package io.shiporskip.log.append;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** How many bytes a commit takes in a block: never less than the server will count. */
final class CommitBytes {

    /** Names, types, lengths, integers and terminators of one event's BSON, rounded up. */
    private static final int FRAME = 200;

    private CommitBytes() {}

    static long of(String commit, List<NewEvent> events) {
        long bytes = 0;
        for (NewEvent event : events) {
            bytes += FRAME
                    + utf8(event.id())
                    + utf8(commit)
                    + utf8(event.aggregate())
                    + utf8(Objects.requireNonNullElse(event.type(), ""))
                    + utf8(event.name())
                    + utf8(event.revision())
                    + utf8(event.payload())
                    + utf8(event.meta());
        }
        return bytes;
    }

    /** @throws InvalidCommitException when half a surrogate pair stands alone */
    private static long utf8(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        // Nearly every text is ASCII, which the platform tells many times quicker than a loop over its characters.
        boolean ascii =
                encoded.length == text.length() && new String(encoded, StandardCharsets.ISO_8859_1).equals(text);
        return ascii ? encoded.length : counted(text);
    }

    private static long counted(String text) {
        long bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                continue;
            }
            bytes += c < 0x800 ? 1 : 2;
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    throw new InvalidCommitException("a text holds half a surrogate pair at character " + i);
                }
                i++;
            }
        }
        return bytes;
    }
}
