package io.shiporskip.query.projecting;

import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A read model as one of its generations has it: without the events that an operator let that leave out. */
public final class Skipping<D extends Record> implements Projection<D> {

    private final Projection<D> whole;
    private final NavigableSet<Long> left;

    private Skipping(Projection<D> whole, Collection<Long> left) {
        this.whole = whole;
        this.left = new TreeSet<>(left);
    }

    /** @param left positions of the events left out; the projection itself where there are none */
    public static <D extends Record> Projection<D> of(Projection<D> whole, Collection<Long> left) {
        return left.isEmpty() ? whole : new Skipping<>(whole, left);
    }

    public Projection<D> whole() {
        return whole;
    }

    /** Position of the first event left out: before it, it is as the whole. */
    public long first() {
        return left.first();
    }

    /** Tells it from the whole and from those that leave others out. */
    public String edition() {
        return left.stream().map(String::valueOf).collect(Collectors.joining("-", "-without-", ""));
    }

    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public int revision() {
        return whole.revision();
    }

    @Override
    public Class<D> form() {
        return whole.form();
    }

    @Override
    public Set<String> touches(RecordedEvent event) {
        return left.contains(event.position()) ? Set.of() : whole.touches(event);
    }

    @Override
    public D fold(@Nullable D before, RecordedEvent event) {
        return whole.fold(before, event);
    }

    @Override
    public boolean checkpointed() {
        return whole.checkpointed();
    }

    @Override
    public List<List<String>> indexes() {
        return whole.indexes();
    }
}
