package io.shiporskip.query.leaderboard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** All tools of a category, or all there are, ranked by one number: a pure function of their standings. */
record Board(List<Ranked> tools) {

    /** @param standings in any order; withdrawn tools are left out */
    static Board of(Collection<Standing> standings, RankedBy by) {
        List<Standing> listed =
                standings.stream().filter(tool -> !tool.withdrawn()).toList();
        BoardMean mean = BoardMean.of(listed);
        List<Ranked> sorted = listed.stream()
                .map(tool -> unranked(tool, RankingFormula.scores(tool, mean), by))
                .sorted(Comparator.comparing(Ranked::key))
                .toList();
        var ranked = new ArrayList<Ranked>(sorted.size());
        for (Ranked tool : sorted) {
            Integer rank = tool.key().value() == null ? null : ranked.size() + 1;
            ranked.add(new Ranked(rank, tool.key(), tool.standing(), tool.scores()));
        }
        return new Board(List.copyOf(ranked));
    }

    private static Ranked unranked(Standing tool, Scores scores, RankedBy by) {
        var key = new BoardKey(scores.by(by), RankingFormula.votes(tool), tool.listedAt(), tool.slug());
        return new Ranked(null, key, tool, scores);
    }
}
