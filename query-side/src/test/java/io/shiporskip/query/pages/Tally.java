package io.shiporskip.query.pages;

import io.shiporskip.events.community.VoterId;
import io.shiporskip.events.tool.Category;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.events.verdict.Choice;
import io.shiporskip.events.verdict.Verdict;
import io.shiporskip.query.Answer;
import io.shiporskip.query.community.BallotQueries;
import io.shiporskip.query.community.CommunityView;
import io.shiporskip.query.community.MyVote;
import io.shiporskip.query.panel.PanelView;
import io.shiporskip.query.panel.TakeView;
import io.shiporskip.query.projecting.asof.AsOf;
import io.shiporskip.query.tool.ToolQueries;
import io.shiporskip.query.tool.ToolView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tools and votes kept in memory: enough to see a vote counted on a page. */
final class Tally implements ToolQueries, BallotQueries {

    private record Ballot(ToolId tool, VoterId voter) {}

    private final Map<Ballot, Choice> ballots = new HashMap<>();
    private long position = 1234;

    /** @return the position of the event it made up */
    synchronized long vote(ToolId tool, VoterId voter, @Nullable Choice choice) {
        Ballot ballot = new Ballot(tool, voter);
        if (choice == null) {
            ballots.remove(ballot);
        } else {
            ballots.put(ballot, choice);
        }
        return ++position;
    }

    synchronized long position() {
        return position;
    }

    @Override
    public synchronized MyVote vote(ToolId tool, VoterId voter) {
        return new MyVote(tool, ballots.get(new Ballot(tool, voter)), position);
    }

    @Override
    public Optional<Answer<ToolView>> tool(ToolId slug, AsOf asOf) {
        return Shelf.items().stream()
                .filter(item -> item.id().equals(slug))
                .findFirst()
                .map(item -> new Answer<>(view(item), position()));
    }

    @Override
    public List<Category> categories(AsOf asOf) {
        return List.of(Shelf.AGENTS, Shelf.DATA, Shelf.DEVELOPER);
    }

    synchronized ToolView view(Shelf.Item item) {
        return new ToolView(
                item.id(),
                item.name(),
                item.tagline(),
                item.tagline() + ". This text is made up to show the page.\nIt has a second line.",
                item.category(),
                item.pricing(),
                item.entryPrice(),
                item.bestFor(),
                "https://example.org/" + item.slug(),
                true,
                item.withdrawn(),
                panel(item.takes()),
                community(item),
                position);
    }

    private static PanelView panel(List<TakeView> takes) {
        int ships = (int)
                takes.stream().filter(take -> take.verdict() == Choice.SHIP).count();
        int skips = takes.size() - ships;
        boolean none = takes.isEmpty();
        return new PanelView(
                Verdict.of(ships, skips),
                ships,
                skips,
                none ? null : 100.0 * ships / takes.size(),
                none ? null : takes.stream().mapToInt(TakeView::score).sum() / (double) takes.size(),
                takes);
    }

    private CommunityView community(Shelf.Item item) {
        long ships = item.ships() + cast(item, Choice.SHIP);
        long skips = item.skips() + cast(item, Choice.SKIP);
        boolean none = ships + skips == 0;
        double share = none ? 0 : 100.0 * ships / (ships + skips);
        return new CommunityView(
                Verdict.of(ships, skips), ships, skips, none ? null : share, none ? null : share * 0.8);
    }

    private long cast(Shelf.Item item, Choice choice) {
        return ballots.entrySet().stream()
                .filter(ballot -> ballot.getKey().tool().equals(item.id()) && ballot.getValue() == choice)
                .count();
    }
}
