package io.shiporskip.acceptance.crash;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * A moment of a process that is seen from outside, by what it writes to MongoDB.
 *
 * @param writes one after the other; the last is the moment
 * @param done whether the last has been done when the process dies, but not answered; else it never arrives
 */
record Moment(List<Write> writes, boolean done) {

    /** @param containing some text in it; empty for any write to the collection */
    record Write(String collection, String containing) {

        static Write to(String collection) {
            return new Write(collection, "");
        }

        /** A request is recognised by the names in its BSON: what it asks for, and of which collection. */
        boolean matches(byte[] message) {
            String text = new String(message, StandardCharsets.ISO_8859_1);
            return (text.contains("\2update\0") || text.contains("\2insert\0"))
                    && text.contains("\0" + collection + "\0")
                    && text.contains(containing);
        }
    }

    Moment {
        writes = List.copyOf(writes);
    }

    static Moment lost(Write... writes) {
        return new Moment(List.of(writes), false);
    }

    static Moment unanswered(Write... writes) {
        return new Moment(List.of(writes), true);
    }

    /** Later, after so many more writes to a collection. */
    Moment after(int more, String collection) {
        return new Moment(
                Stream.concat(writes.stream(), Collections.nCopies(more, Write.to(collection)).stream())
                        .toList(),
                done);
    }
}
