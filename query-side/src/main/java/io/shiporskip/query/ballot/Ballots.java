package io.shiporskip.query.ballot;

import io.shiporskip.events.community.VoterId;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.events.verdict.Choice;
import io.shiporskip.events.verdict.Counted;
import io.shiporskip.query.Answer;
import io.shiporskip.query.community.BallotQueries;
import io.shiporskip.query.community.MyVote;
import io.shiporskip.query.projecting.Folded;
import io.shiporskip.query.projecting.serve.ReadModels;
import io.shiporskip.query.projecting.serve.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what is asked of single ballots. */
@Component
final class Ballots implements BallotQueries {

    private final ReadModels models;
    private final BallotProjection ballots;

    Ballots(ReadModels models, BallotProjection ballots) {
        this.models = models;
        this.ballots = ballots;
    }

    @Override
    public MyVote vote(ToolId tool, VoterId voter) {
        return find(tool, voter).view();
    }

    /** A ballot that was never cast has no last change: 0. */
    Answer<MyVote> find(ToolId tool, VoterId voter) {
        Reading reading = models.open(ballots);
        String id = BallotProjection.id(tool, voter);
        Folded<Ballot> ballot = reading.of(ballots).load(List.of(id)).get(id);
        Counted choice = ballot == null ? Counted.NONE : ballot.state().choice();
        return new Answer<>(
                new MyVote(tool, asChoice(choice), reading.position()), ballot == null ? 0 : ballot.position());
    }

    private static @Nullable Choice asChoice(Counted choice) {
        return switch (choice) {
            case SHIP -> Choice.SHIP;
            case SKIP -> Choice.SKIP;
            case NONE -> null;
        };
    }
}
