package io.shiporskip.query.community;

import io.shiporskip.events.community.BallotEvent;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.RecordedEvent;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The community's tally: one document a tool, by slug. It keeps no memory of voters; each event tells its effect. */
@Component
public final class CommunityProjection implements Projection<Tally> {

    @Override
    public String name() {
        return "community";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public boolean checkpointed() {
        return true;
    }

    @Override
    public Class<Tally> form() {
        return Tally.class;
    }

    @Override
    public Set<String> touches(RecordedEvent event) {
        return event.payload() instanceof BallotEvent ballot
                ? Set.of(ballot.tool().slug())
                : Set.of();
    }

    @Override
    public Tally fold(@Nullable Tally before, RecordedEvent event) {
        return (before == null ? Tally.NONE : before).after((BallotEvent) event.payload());
    }
}
