package io.shiporskip.benchmarks.mix;

import io.shiporskip.events.DomainEvent;
import io.shiporskip.events.community.BallotEvent;
import io.shiporskip.events.community.CommunityVoteCast;
import io.shiporskip.events.community.CommunityVoteChanged;
import io.shiporskip.events.community.CommunityVoteWithdrawn;
import io.shiporskip.events.community.VoterId;
import io.shiporskip.events.panel.PanelTake;
import io.shiporskip.events.panel.PanelTakeRevised;
import io.shiporskip.events.panel.PanelTakeSubmitted;
import io.shiporskip.events.panel.Seat;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.events.verdict.Choice;
import io.shiporskip.events.verdict.Counted;
import io.shiporskip.log.append.Commit;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * One writer's share of what happens: streams of its own, so that each is written in its order. Of a hundred events about
 * 84 are first votes, 9 changes of mind, 3 withdrawals and 4 takes. For one thread.
 */
final class Mix {

    private static final int REMEMBERED_BALLOTS = 500;
    private static final int VOTER_BYTES = 16;
    private static final List<Seat> SEATS = List.of(Seat.values());

    private record Ballot(ToolId tool, VoterId voter, Counted choice, long sequence, Instant last) {}

    private record Chair(ToolId tool, Seat seat) {}

    private final EventForm form;
    private final List<ToolId> tools;
    private final List<ToolId> reviewed;
    private final Random random;
    private final Deque<Ballot> ballots = new ArrayDeque<>();
    private final Map<Chair, Integer> takes = new HashMap<>();
    private final Map<ToolId, Long> reviews = new HashMap<>();

    /** @param reviewed the tools whose takes this writer writes, and no other does */
    Mix(EventForm form, List<ToolId> tools, List<ToolId> reviewed, long seed) {
        this.form = form;
        this.tools = tools;
        this.reviewed = reviewed;
        this.random = new Random(seed);
    }

    /** What happens next. */
    Commit next(Instant time) {
        int dice = random.nextInt(100);
        if (dice < 4 && !reviewed.isEmpty()) {
            return take(time);
        }
        if (dice < 16 && !ballots.isEmpty()) {
            return ballot(dice < 7, time);
        }
        return firstVote(time);
    }

    private Commit firstVote(Instant time) {
        byte[] bytes = new byte[VOTER_BYTES];
        random.nextBytes(bytes);
        Counted choice = random.nextInt(3) == 0 ? Counted.SKIP : Counted.SHIP;
        Ballot ballot = new Ballot(any(tools), new VoterId(HexFormat.of().formatHex(bytes)), choice, 0, time);
        remember(ballot);
        return written(
                new CommunityVoteCast(ballot.tool(), ballot.voter(), choice, Counted.NONE, choice, null), 0, time);
    }

    private Commit ballot(boolean withdrawn, Instant time) {
        Ballot before = ballots.removeFirst();
        Counted other = before.choice() == Counted.SHIP ? Counted.SKIP : Counted.SHIP;
        if (withdrawn) {
            return written(
                    new CommunityVoteWithdrawn(
                            before.tool(), before.voter(), Counted.NONE, before.choice(), Counted.NONE, before.last()),
                    before.sequence() + 1,
                    time);
        }
        remember(new Ballot(before.tool(), before.voter(), other, before.sequence() + 1, time));
        return written(
                new CommunityVoteChanged(before.tool(), before.voter(), other, before.choice(), other, before.last()),
                before.sequence() + 1,
                time);
    }

    private void remember(Ballot ballot) {
        if (ballots.size() < REMEMBERED_BALLOTS) {
            ballots.addLast(ballot);
        }
    }

    private Commit written(BallotEvent event, long sequence, Instant time) {
        return form.commit(event, "CommunityBallot", sequence, "visitor", time);
    }

    private Commit take(Instant time) {
        ToolId tool = any(reviewed);
        Seat seat = any(SEATS);
        int revision = takes.merge(new Chair(tool, seat), 1, Integer::sum);
        PanelTake take = new PanelTake(
                random.nextInt(101),
                random.nextBoolean() ? Choice.SHIP : Choice.SKIP,
                "A take that exists while it is measured, about as long as people write them. ".repeat(3),
                revision);
        DomainEvent event =
                revision == 1 ? new PanelTakeSubmitted(tool, seat, take) : new PanelTakeRevised(tool, seat, take);
        long sequence = reviews.merge(tool, 1L, Long::sum) - 1;
        return form.commit(event, "PanelReview", sequence, "seat", time);
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
