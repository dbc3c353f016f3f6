package io.shiporskip.query.ballot;

import io.shiporskip.events.community.BallotEvent;
import io.shiporskip.events.community.VoterId;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.events.verdict.Counted;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.RecordedEvent;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every single ballot, by tool and voter, so that visitors see their own vote. */
@Component
public final class BallotProjection implements Projection<Ballot> {

    static String id(ToolId tool, VoterId voter) {
        return tool.slug() + ":" + voter.hash();
    }

    @Override
    public String name() {
        return "ballot";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Class<Ballot> form() {
        return Ballot.class;
    }

    @Override
    public Set<String> touches(RecordedEvent event) {
        return event.payload() instanceof BallotEvent ballot ? Set.of(id(ballot.tool(), ballot.voter())) : Set.of();
    }

    @Override
    public Ballot fold(@Nullable Ballot before, RecordedEvent event) {
        BallotEvent ballot = (BallotEvent) event.payload();
        Counted counted = before == null ? Counted.NONE : before.counted();
        if (counted != ballot.countedBefore()) {
            throw new IllegalStateException(
                    "The ballot counts " + counted + ", the event says it counted " + ballot.countedBefore());
        }
        return new Ballot(ballot.choice(), ballot.countedAfter());
    }
}
