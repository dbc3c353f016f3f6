package io.shiporskip.query.projecting;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A read model as a pure fold: which documents an event touches, and what each becomes. A document folds from itself and
 * the event alone: no clock, no randomness, no other document. A document is never deleted, only marked.
 *
 * @param <D> what a document says, as a public record; a component that is null is absent in the document
 */
public interface Projection<D extends Record> {

    /** Names its collections ({@code name@generation}) and its address; lower-case words. */
    String name();

    /** Rises with every change to the fold or the shape of the documents: a new one rebuilds the model by itself. */
    int revision();

    /** The record a document is written as and read into. */
    Class<D> form();

    /** The ids of the documents this event changes; none when it is of no concern here. */
    Set<String> touches(RecordedEvent event);

    /**
     * One document after one event that touches it.
     *
     * @param before the document so far; null when there is none yet
     * @throws RuntimeException when the event cannot follow what was folded: it stops this projection alone
     */
    D fold(@Nullable D before, RecordedEvent event);

    /**
     * Whether it can be read as of any moment. Then its documents are held in memory and kept in checkpoints: only for
     * those that have about as many documents as there are tools, not as there are votes.
     */
    default boolean checkpointed() {
        return false;
    }

    /** What the queries need beside {@code _id}; each entry is the fields of one ascending index, in order. */
    default List<List<String>> indexes() {
        return List.of();
    }
}
