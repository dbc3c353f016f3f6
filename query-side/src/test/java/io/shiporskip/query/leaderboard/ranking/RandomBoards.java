package io.shiporskip.query.leaderboard.ranking;

import io.shiporskip.events.panel.Seat;
import io.shiporskip.events.tool.Category;
import io.shiporskip.events.verdict.Choice;
import io.shiporskip.query.community.Tally;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Small boards, full of ties, empty panels, tools without votes and withdrawn ones. */
public final class RandomBoards {

    private static final Category CATEGORY = new Category("c", "C");

    private RandomBoards() {}

    public static Arbitrary<List<Standing>> boards() {
        return standings().list().ofMaxSize(12).uniqueElements(Standing::slug);
    }

    public static Arbitrary<Standing> standings() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.longs().between(1, 5),
                        Arbitraries.integers().between(0, 100).list().ofMaxSize(5),
                        Arbitraries.longs().between(0, 4),
                        Arbitraries.longs().between(0, 4),
                        Arbitraries.of(true, false, false, false))
                .as((slug, listedAt, scores, ships, skips, withdrawn) -> tool(
                                "tool-" + slug, listedAt, scores, new Tally(ships, skips))
                        .with(withdrawn));
    }

    public static Standing tool(String slug, long listedAt, List<Integer> scores, Tally tally) {
        var takes = new ArrayList<SeatScore>();
        for (Seat seat : Seat.values()) {
            if (takes.size() < scores.size()) {
                takes.add(new SeatScore(seat, scores.get(takes.size()), Choice.SHIP));
            }
        }
        return new Standing(slug, slug, "", CATEGORY, "Free", false, false, listedAt, takes, tally);
    }
}
