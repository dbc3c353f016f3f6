package io.shiporskip.query.leaderboard.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.shiporskip.query.community.Tally;
import io.shiporskip.query.community.WilsonBound;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingFormulaTest {

    @ParameterizedTest
    @CsvSource({"1,0,20.65", "4,0,51.01", "60,40,50.20", "100,1,94.60", "0,1,0", "0,7,0"})
    void theCommunitysNumberIsWilsonsLowerBound(long ships, long skips, double expected) {
        assertThat(WilsonBound.of(ships, skips)).isEqualTo(expected, within(0.005));
    }

    @Test
    void withoutVotesThereIsNoBound() {
        assertThatIllegalArgumentException().isThrownBy(() -> WilsonBound.of(0, 0));
    }

    @Property
    void oneMoreShipNeverLowersTheBoundAndOneMoreSkipNeverRaisesIt(
            @ForAll @LongRange(max = 1_000_000) long ships, @ForAll @LongRange(min = 1, max = 1_000_000) long skips) {
        double bound = WilsonBound.of(ships, skips);

        assertThat(bound).isBetween(0.0, 100.0);
        assertThat(WilsonBound.of(ships + 1, skips)).isGreaterThan(bound);
        assertThat(WilsonBound.of(ships, skips + 1)).isLessThanOrEqualTo(bound);
    }

    @Property
    void aSkipTurnedIntoAShipNeverLowersTheOverallNumber(
            @ForAll("standings") Standing tool, @ForAll("boards") List<Standing> others) {
        BoardMean mean = mean(tool, others);
        long skips = tool.tally().skips();
        if (skips > 0) {
            Standing turned = tool.with(new Tally(tool.tally().ships() + 1, skips - 1));
            assertThat(overall(turned, mean)).isGreaterThan(overall(tool, mean));
        }
    }

    @Property
    void numbersAreWithinTheirRangeAndAbsentRatherThanZero(@ForAll("boards") List<Standing> board) {
        for (Ranked tool : Board.of(board, RankedBy.OVERALL).tools()) {
            Scores scores = tool.scores();
            boolean hasTakes = !tool.standing().takes().isEmpty();
            boolean hasVotes = tool.standing().tally().votes() > 0;
            assertThat(scores.panel() != null).isEqualTo(hasTakes);
            assertThat(scores.community() != null).isEqualTo(hasVotes);
            assertThat(scores.overall() != null).isEqualTo(hasTakes || hasVotes);
            assertThat(tool.rank() != null).isEqualTo(hasTakes || hasVotes);
            if (scores.overall() != null) {
                assertThat(scores.overall()).isBetween(0.0, 100.0);
            }
        }
    }

    @Property
    void theOrderDependsOnTheStandingsAloneAndIsTotal(
            @ForAll("boards") List<Standing> board, @ForAll RankedBy by, @ForAll long seed) {
        var shuffled = new ArrayList<>(board);
        Collections.shuffle(shuffled, new Random(seed));

        List<Ranked> ranked = Board.of(board, by).tools();

        assertThat(Board.of(shuffled, by).tools()).isEqualTo(ranked);
        for (int i = 1; i < ranked.size(); i++) {
            assertThat(ranked.get(i - 1).key()).isLessThan(ranked.get(i).key());
        }
    }

    @Property
    void aBoardHoldsEveryListedToolOnceAndNoWithdrawnOne(@ForAll("boards") List<Standing> board, @ForAll RankedBy by) {
        assertThat(Board.of(board, by).tools())
                .extracting(Ranked::standing)
                .containsExactlyInAnyOrderElementsOf(
                        board.stream().filter(tool -> !tool.withdrawn()).toList());
    }

    @Test
    void tiesGoToMoreVotesThenTheEarlierListingThenTheSlug() {
        Standing fewVotes = RandomBoards.tool("a", 1, List.of(), new Tally(0, 3));
        Standing moreVotes = RandomBoards.tool("d", 4, List.of(), new Tally(0, 9));
        Standing later = RandomBoards.tool("b", 7, List.of(), new Tally(0, 3));
        Standing sameListing = RandomBoards.tool("c", 7, List.of(), new Tally(0, 3));

        assertThat(Board.of(List.of(sameListing, later, fewVotes, moreVotes), RankedBy.COMMUNITY)
                        .tools())
                .extracting(ranked -> ranked.standing().slug())
                .containsExactly("d", "a", "b", "c");
    }

    @Test
    void thePanelsMeanIsDrawnTowardsTheBoards() {
        Standing two = RandomBoards.tool("a", 1, List.of(90, 80), Tally.NONE);
        Standing one = RandomBoards.tool("b", 2, List.of(40), Tally.NONE);
        BoardMean mean = BoardMean.of(List.of(two, one));

        assertThat(RankingFormula.ONE.scores(two, mean).panel()).isEqualTo((170 + 2 * 70) / 4.0);
        assertThat(RankingFormula.ONE.scores(one, mean).panel()).isEqualTo((40 + 2 * 70) / 3.0);
    }

    @Test
    void votesAndPanelWeighTheSameAtTwentyFiveVotes() {
        Standing tool = RandomBoards.tool("a", 1, List.of(60), new Tally(25, 0));
        Scores scores = RankingFormula.ONE.scores(tool, BoardMean.of(List.of(tool)));

        assertThat(scores.overall()).isEqualTo((60 + WilsonBound.of(25, 0)) / 2, within(1e-9));
    }

    @Provide
    Arbitrary<List<Standing>> boards() {
        return RandomBoards.boards();
    }

    @Provide
    Arbitrary<Standing> standings() {
        return RandomBoards.standings();
    }

    private static BoardMean mean(Standing tool, List<Standing> others) {
        var all = new ArrayList<>(others);
        all.add(tool);
        return BoardMean.of(all);
    }

    private static double overall(Standing tool, BoardMean mean) {
        Double overall = RankingFormula.ONE.scores(tool, mean).overall();
        return overall == null ? Double.NaN : overall;
    }
}
