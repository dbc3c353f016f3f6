package io.shiporskip.command.community;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.events.community.BallotEvent;
import io.shiporskip.events.community.VoterId;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.events.verdict.Choice;
import io.shiporskip.events.verdict.Counted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What holds of every history that voters, moderators and rules can write between them. */
class BallotPropertiesTest {

    private static final ToolId PIE = new ToolId("pie-chart");
    private static final List<VoterId> VOTERS = List.of(voter('a'), voter('b'), voter('c'), voter('d'));
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final BallotDecider decider = new BallotDecider();

    @Property
    void theSumOfTheEffectsIsTheStateOfTheBallots(@ForAll("commands") List<BallotCommand> commands) {
        Run run = run(commands);
        Map<Counted, Integer> tally = new EnumMap<>(Counted.class);
        for (BallotEvent event : run.events) {
            tally.merge(event.countedBefore(), -1, Integer::sum);
            tally.merge(event.countedAfter(), 1, Integer::sum);
        }
        for (Counted choice : List.of(Counted.SHIP, Counted.SKIP)) {
            long counted = run.ballots.values().stream()
                    .filter(ballot -> ballot.counted() == choice)
                    .count();
            assertThat((long) tally.getOrDefault(choice, 0)).isEqualTo(counted);
        }
    }

    @Property
    void everyEventTakesUpWhereTheBallotsLastOneLeftOff(@ForAll("commands") List<BallotCommand> commands) {
        Run run = run(commands);
        Map<VoterId, BallotEvent> last = new HashMap<>();
        Map<VoterId, Instant> lastTime = new HashMap<>();
        for (int i = 0; i < run.events.size(); i++) {
            BallotEvent event = run.events.get(i);
            @Nullable BallotEvent before = last.put(event.voter(), event);
            assertThat(event.countedBefore()).isEqualTo(before == null ? Counted.NONE : before.countedAfter());
            assertThat(event.previousTime()).isEqualTo(lastTime.put(event.voter(), run.times.get(i)));
            assertThat(event.countedAfter()).isIn(Counted.NONE, event.choice());
        }
    }

    @Property
    void theEventsFoldToTheStateThatDecidedThem(@ForAll("commands") List<BallotCommand> commands) {
        Run run = run(commands);
        Map<VoterId, BallotState> folded = new HashMap<>();
        for (int i = 0; i < run.events.size(); i++) {
            BallotEvent event = run.events.get(i);
            BallotState before = folded.getOrDefault(event.voter(), decider.initial());
            folded.put(event.voter(), decider.evolve(before, event, run.times.get(i)));
        }
        assertThat(folded).isEqualTo(run.ballots);
    }

    @Property
    void theSameCommandAgainWritesNothing(@ForAll("commands") List<BallotCommand> commands) {
        Run run = run(commands);
        for (BallotCommand command : commands) {
            BallotState before = run.ballots.getOrDefault(command.voter(), decider.initial());
            if (before.changedAt() == null) {
                continue;
            }
            BallotState after = before;
            for (BallotEvent event : decider.decide(before, command)) {
                after = decider.evolve(after, event, START);
            }
            assertThat(decider.decide(after, command)).isEmpty();
        }
    }

    @Provide
    Arbitrary<List<BallotCommand>> commands() {
        Arbitrary<VoterId> voters = Arbitraries.of(VOTERS);
        Arbitrary<BallotCommand> command = voters.flatMap(voter -> Arbitraries.of(
                new CastCommunityVote(PIE, voter, Choice.SHIP),
                new CastCommunityVote(PIE, voter, Choice.SKIP),
                new WithdrawCommunityVote(PIE, voter),
                new InvalidateCommunityVote(PIE, voter, "rule"),
                new RestoreCommunityVote(PIE, voter, "mistaken")));
        return command.list().ofMaxSize(60);
    }

    /** Decides the commands one after another, a second apart, those left out that need a ballot where there is none. */
    private Run run(List<BallotCommand> commands) {
        Run run = new Run(new HashMap<>(), new ArrayList<>(), new ArrayList<>());
        for (BallotCommand command : commands) {
            BallotState ballot = run.ballots.getOrDefault(command.voter(), decider.initial());
            if (ballot.changedAt() == null
                    && (command instanceof InvalidateCommunityVote || command instanceof RestoreCommunityVote)) {
                continue;
            }
            for (BallotEvent event : decider.decide(ballot, command)) {
                Instant at = START.plusSeconds(run.events.size());
                ballot = decider.evolve(ballot, event, at);
                run.events.add(event);
                run.times.add(at);
                run.ballots.put(command.voter(), ballot);
            }
        }
        return run;
    }

    private record Run(Map<VoterId, BallotState> ballots, List<BallotEvent> events, List<Instant> times) {}

    private static VoterId voter(char digit) {
        return new VoterId(String.valueOf(digit).repeat(32));
    }
}
