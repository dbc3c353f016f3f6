package io.shiporskip.query.projecting.follow;

import io.shiporskip.query.projecting.BatchFold;
import io.shiporskip.query.projecting.EventSource;
import io.shiporskip.query.projecting.Folded;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.RecordedEvent;
import io.shiporskip.query.projecting.UnfoldableEventException;
import io.shiporskip.query.projecting.store.Advance;
import io.shiporskip.query.projecting.store.Change;
import io.shiporskip.query.projecting.store.Generation;
import io.shiporskip.query.projecting.store.GenerationStore;
import io.shiporskip.query.projecting.store.OvertakenException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One generation on its way along the log. Documents are written as batches are folded; its progress is for the caller to
 * save, after. For one thread at a time.
 *
 * <p>After any exception but {@link UnfoldableEventException} the lane must not be used again: what it remembers may not
 * be what stands.
 */
public final class Lane<D extends Record> {

    /** Events folded at once while catching up. */
    public static final int BATCH = 5_000;

    /** How often a batch's documents may be folded anew because somebody else wrote them. */
    private static final int ATTEMPTS = 10;

    private final Projection<D> projection;
    private final Generation generation;
    private final GenerationStore<D> store;
    private final Skips skips;
    private final BatchFold<D> fold;
    private final Recent<D> recent = new Recent<>();
    private @Nullable Snapshot<D> snapshot;
    private long position;
    private long saved;

    Lane(Projection<D> projection, Generation generation, GenerationStore<D> store, Skips skips, long position) {
        this.projection = projection;
        this.generation = generation;
        this.store = store;
        this.skips = skips;
        this.fold = new BatchFold<>(projection);
        this.position = position;
        this.saved = position;
    }

    public Projection<D> projection() {
        return projection;
    }

    public Generation generation() {
        return generation;
    }

    /** Every event up to here is in the documents, or skipped. */
    public long position() {
        return position;
    }

    public GenerationStore<D> store() {
        return store;
    }

    /** From here on, keeps what is needed to know the documents as they are now. */
    Snapshot<D> keepSnapshot() {
        var kept = new Snapshot<>(position, store);
        snapshot = kept;
        return kept;
    }

    void forgetSnapshot() {
        snapshot = null;
    }

    boolean mustWait() {
        return snapshot != null && snapshot.isFull();
    }

    /** The step since the last one taken; the caller saves it. Empty when there is none. */
    Optional<Advance> takeAdvance() {
        if (position == saved) {
            return Optional.empty();
        }
        var advance = new Advance(generation, saved, position);
        saved = position;
        return Optional.of(advance);
    }

    /**
     * Folds what of a batch is new to it. An event that it cannot fold and may skip is left out, after the mark was set.
     *
     * @param batch in log order, without gaps, starting no later than right after {@link #position}
     * @throws UnfoldableEventException after everything before that event was folded
     */
    public void fold(List<RecordedEvent> batch) {
        List<RecordedEvent> fresh = after(position, batch);
        if (!fresh.isEmpty() && fresh.getFirst().position() != position + 1) {
            throw new IllegalStateException(
                    generation + " is at " + position + " and cannot go on with " + fresh.getFirst());
        }
        while (!fresh.isEmpty()) {
            try {
                foldWhole(fresh);
                return;
            } catch (UnfoldableEventException unfoldable) {
                UnfoldableEventException first = foldBeforeFirst(unfoldable, fresh);
                skips.skip(first);
                position = first.position();
                fresh = after(position, fresh);
            }
        }
    }

    /** Reads and folds one batch on the way to a position; nothing once it is there. */
    public void stepTowards(long target, EventSource source) {
        if (position < target) {
            int limit = (int) Math.min(BATCH, target - position);
            fold(upTo(target, source.after(position, limit)));
        }
    }

    /**
     * Documents are folded one after another, so the event that failed need not be the first in the log that does.
     *
     * @return the first that cannot be folded; everything before it has been
     */
    private UnfoldableEventException foldBeforeFirst(UnfoldableEventException known, List<RecordedEvent> events) {
        UnfoldableEventException first = known;
        while (true) {
            try {
                List<RecordedEvent> before = upTo(first.position() - 1, events);
                if (!before.isEmpty()) {
                    foldWhole(before);
                }
                return first;
            } catch (UnfoldableEventException earlier) {
                first = earlier;
            }
        }
    }

    /** Without gaps, a position is a place in the list. */
    private static List<RecordedEvent> after(long position, List<RecordedEvent> events) {
        if (events.isEmpty() || events.getFirst().position() > position) {
            return events;
        }
        long known = position + 1 - events.getFirst().position();
        return known >= events.size() ? List.of() : events.subList((int) known, events.size());
    }

    private static List<RecordedEvent> upTo(long position, List<RecordedEvent> events) {
        if (events.isEmpty() || events.getLast().position() <= position) {
            return events;
        }
        long wanted = position + 1 - events.getFirst().position();
        return wanted <= 0 ? List.of() : events.subList(0, (int) wanted);
    }

    private void foldWhole(List<RecordedEvent> events) {
        Map<String, List<RecordedEvent>> open = fold.byDocument(events);
        for (int attempt = 0; !open.isEmpty(); attempt++) {
            if (attempt == ATTEMPTS) {
                throw new OvertakenException("Others keep writing documents of " + generation);
            }
            Set<String> missed = store.write(changes(open));
            open.keySet().retainAll(missed);
            recent.keySet().removeAll(missed);
        }
        position = events.getLast().position();
    }

    /** Folds each open document in memory; one that already holds its events needs no write. */
    private List<Change<D>> changes(Map<String, List<RecordedEvent>> open) {
        Map<String, Folded<D>> standing = standing(open.keySet());
        var changes = new ArrayList<Change<D>>();
        var after = new HashMap<String, Folded<D>>();
        open.forEach((id, events) -> {
            Folded<D> before = standing.get(id);
            Folded<D> folded = fold.apply(id, before, events);
            if (folded != null && (before == null || folded.position() > before.position())) {
                if (snapshot != null) {
                    snapshot.leave(id, before);
                }
                changes.add(new Change<>(before == null ? 0 : before.position(), folded));
                after.put(id, folded);
            }
        });
        recent.putAll(after);
        return changes;
    }

    private Map<String, Folded<D>> standing(Set<String> ids) {
        var standing = new HashMap<String, Folded<D>>();
        var unknown = new ArrayList<String>();
        for (String id : ids) {
            Folded<D> known = recent.get(id);
            if (known == null) {
                unknown.add(id);
            } else {
                standing.put(id, known);
            }
        }
        standing.putAll(store.load(unknown));
        return standing;
    }
}
