package io.shiporskip.query.sample;

import io.shiporskip.events.DomainEvent;
import io.shiporskip.events.community.CommunityVoteCast;
import io.shiporskip.events.community.CommunityVoteChanged;
import io.shiporskip.events.community.CommunityVoteInvalidated;
import io.shiporskip.events.community.CommunityVoteRestored;
import io.shiporskip.events.community.CommunityVoteWithdrawn;
import io.shiporskip.events.community.VoterId;
import io.shiporskip.events.comparison.ComparisonId;
import io.shiporskip.events.comparison.ComparisonPublished;
import io.shiporskip.events.comparison.ComparisonWithdrawn;
import io.shiporskip.events.panel.PanelTake;
import io.shiporskip.events.panel.PanelTakeRetracted;
import io.shiporskip.events.panel.PanelTakeRevised;
import io.shiporskip.events.panel.PanelTakeSubmitted;
import io.shiporskip.events.panel.Seat;
import io.shiporskip.events.tool.Category;
import io.shiporskip.events.tool.ToolDetails;
import io.shiporskip.events.tool.ToolDetailsRevised;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.events.tool.ToolListed;
import io.shiporskip.events.tool.ToolRelisted;
import io.shiporskip.events.tool.ToolWithdrawn;
import io.shiporskip.events.verdict.Choice;
import io.shiporskip.events.verdict.Counted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A history that the command side could have written: the same seed, the same history. */
public final class RandomHistory {

    private static final int VOTERS = 12;

    private static final List<Seat> SEATS = List.of(Seat.values());
    private static final List<Counted> CHOICES = List.of(Counted.values());

    private final Random random;
    private final List<DomainEvent> events = new ArrayList<>();
    private final List<ToolId> tools = new ArrayList<>();
    private final Map<String, Ballot> ballots = new HashMap<>();
    private final Map<String, Integer> takes = new HashMap<>();
    private final Set<String> empty = new HashSet<>();
    private final Set<ComparisonId> published = new HashSet<>();

    private record Ballot(Counted choice, boolean setAside) {

        Counted counted() {
            return setAside ? Counted.NONE : choice;
        }
    }

    private RandomHistory(long seed) {
        random = new Random(seed);
    }

    /** At least {@code size} events. */
    public static List<DomainEvent> of(long seed, int size) {
        return new RandomHistory(seed).write(size);
    }

    private List<DomainEvent> write(int size) {
        list();
        while (events.size() < size) {
            switch (random.nextInt(12)) {
                case 0 -> list();
                case 1 -> catalogue(tool());
                case 2, 3, 4 -> take(tool(), any(SEATS));
                case 5 -> compare();
                default -> vote(tool(), new VoterId("%032x".formatted(random.nextInt(VOTERS))));
            }
        }
        return List.copyOf(events);
    }

    private ToolId tool() {
        return any(tools);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private void list() {
        if (tools.size() < 8) {
            var tool = new ToolId("tool-" + tools.size());
            tools.add(tool);
            events.add(new ToolListed(tool, details()));
        }
    }

    private ToolDetails details() {
        int kind = random.nextInt(3);
        return new ToolDetails(
                "Tool " + random.nextInt(100),
                "A tagline",
                "A description",
                new Category("category-" + kind, "Category " + kind),
                "Free",
                random.nextBoolean() ? "Free" : "Paid",
                "tests",
                random.nextBoolean() ? "https://example.org/" : null,
                true);
    }

    private void catalogue(ToolId tool) {
        events.add(
                switch (random.nextInt(3)) {
                    case 0 -> new ToolDetailsRevised(tool, details());
                    case 1 -> new ToolWithdrawn(tool);
                    default -> new ToolRelisted(tool);
                });
    }

    private void take(ToolId tool, Seat seat) {
        String key = tool + "/" + seat;
        int spoken = takes.getOrDefault(key, 0);
        boolean stands = spoken > 0 && !empty.contains(key);
        if (stands && random.nextInt(4) == 0) {
            empty.add(key);
            events.add(new PanelTakeRetracted(tool, seat));
            return;
        }
        takes.put(key, spoken + 1);
        empty.remove(key);
        Choice verdict = random.nextBoolean() ? Choice.SHIP : Choice.SKIP;
        var take = new PanelTake(random.nextInt(101), verdict, "Because.", spoken + 1);
        events.add(stands ? new PanelTakeRevised(tool, seat, take) : new PanelTakeSubmitted(tool, seat, take));
    }

    private void compare() {
        ToolId one = tool();
        ToolId other = tool();
        if (!one.equals(other)) {
            ComparisonId pair = ComparisonId.of(one, other);
            events.add(published.add(pair) ? new ComparisonPublished(pair) : withdrawn(pair));
        }
    }

    private ComparisonWithdrawn withdrawn(ComparisonId pair) {
        published.remove(pair);
        return new ComparisonWithdrawn(pair);
    }

    private void vote(ToolId tool, VoterId voter) {
        Ballot before = ballots.getOrDefault(tool + "/" + voter, new Ballot(Counted.NONE, false));
        Counted wanted = any(CHOICES);
        boolean moderate = random.nextInt(8) == 0;
        if (moderate && (before.setAside() || before.choice() != Counted.NONE)) {
            moderate(tool, voter, before);
        } else if (wanted != before.choice()) {
            choose(tool, voter, before, wanted);
        }
    }

    private void moderate(ToolId tool, VoterId voter, Ballot before) {
        var after = new Ballot(before.choice(), !before.setAside());
        ballots.put(tool + "/" + voter, after);
        events.add(
                after.setAside()
                        ? new CommunityVoteInvalidated(
                                tool, voter, after.choice(), before.counted(), after.counted(), null, "a rule")
                        : new CommunityVoteRestored(
                                tool, voter, after.choice(), before.counted(), after.counted(), null, "a word"));
    }

    private void choose(ToolId tool, VoterId voter, Ballot before, Counted wanted) {
        var after = new Ballot(wanted, before.setAside());
        ballots.put(tool + "/" + voter, after);
        Counted from = before.counted();
        Counted to = after.counted();
        if (wanted == Counted.NONE) {
            events.add(new CommunityVoteWithdrawn(tool, voter, wanted, from, to, null));
        } else if (before.choice() == Counted.NONE) {
            events.add(new CommunityVoteCast(tool, voter, wanted, from, to, null));
        } else {
            events.add(new CommunityVoteChanged(tool, voter, wanted, from, to, null));
        }
    }
}
