package io.shiporskip.query.leaderboard.ranking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * All tools of a category, or all there are, ranked by one number: a pure function of their standings.
 *
 * @param tools the first of them first
 */
public record Board(List<Ranked> tools) {

    /** By formula 1. */
    public static Board of(Collection<Standing> standings, RankedBy by) {
        return of(standings, by, RankingFormula.ONE);
    }

    /** @param standings in any order; withdrawn tools are left out */
    public static Board of(Collection<Standing> standings, RankedBy by, RankingFormula formula) {
        BoardMean mean = BoardMean.of(listed(standings));
        return of(standings, by, tool -> formula.scores(tool, mean));
    }

    /** @param scores the numbers of each tool that is not withdrawn */
    public static Board of(Collection<Standing> standings, RankedBy by, Function<Standing, Scores> scores) {
        List<Ranked> sorted = listed(standings).stream()
                .map(tool -> unranked(tool, scores.apply(tool), by))
                .sorted(Comparator.comparing(Ranked::key))
                .toList();
        var ranked = new ArrayList<Ranked>(sorted.size());
        for (Ranked tool : sorted) {
            Integer rank = tool.key().value() == null ? null : ranked.size() + 1;
            ranked.add(new Ranked(rank, tool.key(), tool.standing(), tool.scores()));
        }
        return new Board(List.copyOf(ranked));
    }

    private static List<Standing> listed(Collection<Standing> standings) {
        return standings.stream().filter(tool -> !tool.withdrawn()).toList();
    }

    private static Ranked unranked(Standing tool, Scores scores, RankedBy by) {
        var key = new BoardKey(scores.by(by), tool.tally().votes(), tool.listedAt(), tool.slug());
        return new Ranked(null, key, tool, scores);
    }
}
