package io.shiporskip.query.projecting.asof;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.shiporskip.query.projecting.Projection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Past states that were asked for lately. Bounded by the documents they hold; what is used least goes first. */
final class RecentStates {

    private static final long MOST_DOCUMENTS = 200_000;

    private record Key(String owner, long position) {

        Key(Projection<?> projection, long position) {
            this(CheckpointStore.owner(projection), position);
        }

        boolean before(Key other) {
            return owner.equals(other.owner) && position <= other.position;
        }
    }

    private final Cache<Key, PastState<?>> states = Caffeine.newBuilder()
            .maximumWeight(MOST_DOCUMENTS)
            .<Key, PastState<?>>weigher((key, state) -> 100 + state.documents().size())
            .build();

    @Nullable PastState<?> at(Projection<?> projection, long position) {
        return states.getIfPresent(new Key(projection, position));
    }

    /** The last one that is not later than a position. */
    <D extends Record> @Nullable PastState<D> near(Projection<D> projection, long position) {
        var wanted = new Key(projection, position);
        return states.asMap().keySet().stream()
                .filter(key -> key.before(wanted))
                .max(Comparator.comparingLong(Key::position))
                .map(states::getIfPresent)
                .map(RecentStates::<D>typed)
                .orElse(null);
    }

    <D extends Record> void keep(Projection<D> projection, PastState<D> state) {
        states.put(new Key(projection, state.position()), state);
    }

    <D extends Record> PastState<D> keep(PastFold<D> fold) {
        PastState<D> state = fold.state();
        keep(fold.projection(), state);
        return state;
    }

    /** A key names its projection, and a projection's states are all of its form. */
    @SuppressWarnings("unchecked")
    private static <D extends Record> PastState<D> typed(PastState<?> state) {
        return (PastState<D>) state;
    }
}
