package io.shiporskip.log.append;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One writer's place in the line, as far as it knows: others may have changed the line since. Used by one thread. */
final class Place {

    private static final Logger LOG = LoggerFactory.getLogger(Place.class);

    /** A change that others were quicker than is tried again so often. */
    static final int TRIES = 10;

    private final LineDocument document;
    private final String writer;
    private Line line = Line.EMPTY;

    /** @param writer the name that its blocks bear */
    Place(LineDocument document, String writer) {
        this.document = document;
        this.writer = writer;
    }

    String writer() {
        return writer;
    }

    /** Who stands in line, as far as this writer knows. */
    List<String> line() {
        return line.writers();
    }

    /** Whether this writer stands in line. */
    boolean isTaken() {
        return line.holds(writer);
    }

    /** Whether nobody else does. */
    boolean isAlone() {
        return isTaken() && others() == 0;
    }

    /** Asks whether anybody stands in line at all; nobody does in one that is out of reach. */
    boolean isLineTaken() {
        try {
            return !document.read().writers().isEmpty();
        } catch (RuntimeException e) {
            LOG.debug("the line is out of reach", e);
            return false;
        }
    }

    /** How many others do. */
    int others() {
        return Math.max(0, line.writers().size() - 1);
    }

    /**
     * How many others write before this writer has its turn.
     *
     * @param last who wrote the log's last block
     */
    int ahead(String last) {
        return line.ahead(writer, last);
    }

    /**
     * Looks how the line stands, and takes a place at its end where this writer has none. There may be no room, and others
     * may always be quicker; then it has none afterwards either.
     *
     * @return whether the line is another than this writer knew
     * @throws RuntimeException when the line cannot be read or changed, or is something else
     */
    boolean take() {
        long known = line.version();
        Line seen = document.read();
        for (int tries = 0; tries < TRIES && !seen.holds(writer); tries++) {
            Line to = seen.joinedBy(writer);
            if (!to.holds(writer)) {
                break;
            }
            seen = document.change(seen, to) ? to : document.read();
        }
        line = seen;
        return seen.version() != known;
    }

    /**
     * Has the turn now, without those who had it before: see {@link Line#seizedBy}.
     *
     * @return false when the line has changed meanwhile
     * @throws RuntimeException as {@link #take}
     */
    boolean seize(String last) {
        Line to = line.seizedBy(writer, last);
        boolean changed = document.change(line, to);
        if (changed) {
            line = to;
        }
        return changed;
    }

    /** Where the line is out of reach, others find out by themselves. */
    void leave() {
        try {
            for (int tries = 0; tries < TRIES && isTaken(); tries++) {
                Line to = line.leftBy(writer);
                line = document.change(line, to) ? to : document.read();
            }
        } catch (RuntimeException e) {
            LOG.debug("the line could not be left; others find out by themselves", e);
        }
        forget();
    }

    /** Nothing is known of the line, and nothing changed in it. */
    void forget() {
        line = Line.EMPTY;
    }
}
