package io.shiporskip.query.ballot;

import io.shiporskip.events.community.BallotEvent;
import io.shiporskip.events.community.VoterId;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.events.verdict.Choice;
import io.shiporskip.events.verdict.Counted;
import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.axon.EventDecoder;
import io.shiporskip.query.Answer;
import io.shiporskip.query.audit.AuditLog;
import io.shiporskip.query.community.BallotQueries;
import io.shiporskip.query.community.MyVote;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Answers what is asked of single ballots: what a voter wants is what the last event of the ballot's own stream says. */
@Component
final class Ballots implements BallotQueries {

    private final AuditLog log;
    private final EventDecoder decoder;

    Ballots(AuditLog log, @Qualifier("queryEventDecoder") EventDecoder decoder) {
        this.log = log;
        this.decoder = decoder;
    }

    @Override
    public MyVote vote(ToolId tool, VoterId voter) {
        return find(tool, voter).view();
    }

    /** A ballot that was never cast has no last change: 0. */
    Answer<MyVote> find(ToolId tool, VoterId voter) {
        long head = log.head().position();
        Optional<StoredEvent> last = log.last(BallotEvent.streamOf(tool, voter));
        long changedAt = last.map(StoredEvent::position).orElse(0L);
        return new Answer<>(
                new MyVote(tool, last.map(this::choice).orElse(null), Math.max(head, changedAt)), changedAt);
    }

    private @Nullable Choice choice(StoredEvent event) {
        return asChoice(((BallotEvent) decoder.decode(event)).choice());
    }

    private static @Nullable Choice asChoice(Counted choice) {
        return switch (choice) {
            case SHIP -> Choice.SHIP;
            case SKIP -> Choice.SKIP;
            case NONE -> null;
        };
    }
}
