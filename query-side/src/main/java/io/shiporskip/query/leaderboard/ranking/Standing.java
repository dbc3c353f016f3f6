package io.shiporskip.query.leaderboard.ranking;

import io.shiporskip.events.panel.PanelTake;
import io.shiporskip.events.panel.Seat;
import io.shiporskip.events.tool.Category;
import io.shiporskip.events.tool.ToolDetails;
import io.shiporskip.events.verdict.Choice;
import io.shiporskip.query.community.Tally;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that a board needs to know of one tool, as stored.
 *
 * @param withdrawn stands on no board
 * @param listedAt position of the event that listed it: earlier wins a tie
 * @param takes in the order of the seats
 */
public record Standing(
        String slug,
        String name,
        String tagline,
        Category category,
        String entryPrice,
        boolean sample,
        boolean withdrawn,
        long listedAt,
        List<SeatScore> takes,
        Tally tally) {

    public static Standing listed(String slug, ToolDetails details, long position) {
        return new Standing(
                slug,
                details.name(),
                details.tagline(),
                details.category(),
                details.entryPrice(),
                details.sample(),
                false,
                position,
                List.of(),
                Tally.NONE);
    }

    public Standing with(ToolDetails details) {
        return new Standing(
                slug,
                details.name(),
                details.tagline(),
                details.category(),
                details.entryPrice(),
                details.sample(),
                withdrawn,
                listedAt,
                takes,
                tally);
    }

    public Standing with(boolean nowWithdrawn) {
        return new Standing(slug, name, tagline, category, entryPrice, sample, nowWithdrawn, listedAt, takes, tally);
    }

    public Standing with(Tally now) {
        return new Standing(slug, name, tagline, category, entryPrice, sample, withdrawn, listedAt, takes, now);
    }

    public Standing with(Seat seat, PanelTake take) {
        var score = new SeatScore(seat, take.score(), take.verdict());
        return withTakes(Stream.concat(others(seat), Stream.of(score)).toList());
    }

    public Standing without(Seat seat) {
        return withTakes(others(seat).toList());
    }

    public int scoreSum() {
        return takes.stream().mapToInt(SeatScore::score).sum();
    }

    public int panelShips() {
        return (int)
                takes.stream().filter(take -> take.verdict() == Choice.SHIP).count();
    }

    public int panelSkips() {
        return takes.size() - panelShips();
    }

    /** @param now in any order, one a seat at most */
    public Standing withTakes(List<SeatScore> now) {
        List<SeatScore> inOrder =
                now.stream().sorted(Comparator.comparing(SeatScore::seat)).toList();
        return new Standing(slug, name, tagline, category, entryPrice, sample, withdrawn, listedAt, inOrder, tally);
    }

    private Stream<SeatScore> others(Seat seat) {
        return takes.stream().filter(take -> take.seat() != seat);
    }
}
