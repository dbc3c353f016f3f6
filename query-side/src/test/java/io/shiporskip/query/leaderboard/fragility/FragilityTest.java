package io.shiporskip.query.leaderboard.fragility;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.events.panel.Seat;
import io.shiporskip.events.verdict.Choice;
import io.shiporskip.events.verdict.Verdict;
import io.shiporskip.query.community.Tally;
import io.shiporskip.query.leaderboard.fragility.Tipping.Kind;
import io.shiporskip.query.leaderboard.ranking.Board;
import io.shiporskip.query.leaderboard.ranking.RandomBoards;
import io.shiporskip.query.leaderboard.ranking.Ranked;
import io.shiporskip.query.leaderboard.ranking.RankedBy;
import io.shiporskip.query.leaderboard.ranking.RankingFormula;
import io.shiporskip.query.leaderboard.ranking.SeatScore;
import io.shiporskip.query.leaderboard.ranking.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How fragile a board is, against ranking it anew after every change there is. */
class FragilityTest {

    private static final int MOST = 40;
    private static final RankedBy[] STORED = {RankedBy.OVERALL, RankedBy.PANEL, RankedBy.COMMUNITY};

    @Property(tries = 300)
    void noFewerBallotsOfOneChoiceOnOneToolChangeARank(@ForAll("boards") List<Standing> tools) {
        for (RankedBy by : STORED) {
            BoardFragility fragility = fragility(tools, by);
            for (Ranked tool : Board.of(tools, by).tools()) {
                Tipping tipping = rank(fragility, tool, Kind.BALLOTS);
                assertThat(tipping)
                        .as("%s by %s", tool.key(), by)
                        .isEqualTo(fewestBallots(tools, tool.standing().slug(), by));
            }
        }
    }

    @Property(tries = 100)
    void noSmallerChangeOfOneScoreChangesARank(@ForAll("boards") List<Standing> tools) {
        for (RankedBy by : STORED) {
            BoardFragility fragility = fragility(tools, by);
            for (Ranked tool : Board.of(tools, by).tools()) {
                String slug = tool.standing().slug();
                Tipping tipping = rank(fragility, tool, Kind.SCORE);
                int smallest = smallestChange(tools, slug, by);
                if (tipping == null) {
                    assertThat(smallest).as("%s by %s", slug, by).isGreaterThan(100);
                } else {
                    int change = Objects.requireNonNull(tipping.change());
                    String where = Objects.requireNonNull(tipping.tool());
                    Seat seat = Objects.requireNonNull(tipping.seat());
                    assertThat(Math.abs(change)).as("%s by %s", slug, by).isEqualTo(smallest);
                    assertThat(rank(changed(tools, where, seat, change), slug, by))
                            .isNotEqualTo(rank(tools, slug, by));
                }
            }
        }
    }

    @Property
    void noFewerBallotsChangeTheCommunitysVerdictNorFewerSeatsThePanels(@ForAll("boards") List<Standing> tools) {
        BoardFragility fragility = fragility(tools, RankedBy.OVERALL);
        for (Ranked tool : Board.of(tools, RankedBy.OVERALL).tools()) {
            Standing standing = tool.standing();
            Fragility fragile = Objects.requireNonNull(fragility.of(standing.slug()));
            Tally tally = standing.tally();
            assertThat(fragile.communityVerdict().ballots()).isEqualTo((long) IntStream.iterate(1, k -> k + 1)
                    .filter(k -> !verdict(with(tally, Choice.SHIP, k)).equals(verdict(tally))
                            || !verdict(with(tally, Choice.SKIP, k)).equals(verdict(tally)))
                    .findFirst()
                    .orElseThrow());
            Tally after = with(
                    tally,
                    Objects.requireNonNull(fragile.communityVerdict().choice()),
                    Objects.requireNonNull(fragile.communityVerdict().ballots()).intValue());
            assertThat(verdict(after)).isNotEqualTo(verdict(tally));
            assertThat(fragile.panelVerdict().seats()).isEqualTo(fewestSeats(standing));
        }
    }

    @Test
    void theFirstShipVoteOnAStrongPanelLowersTheTool() {
        var strong = RandomBoards.tool("strong", 1, List.of(90, 90, 90), Tally.NONE);
        var next = RandomBoards.tool("next", 2, List.of(89, 89, 89), Tally.NONE);

        Tipping tipping = rank(
                fragility(List.of(strong, next), RankedBy.OVERALL),
                Board.of(List.of(strong, next), RankedBy.OVERALL).tools().getFirst(),
                Kind.BALLOTS);

        assertThat(tipping).isEqualTo(Tipping.ballots("strong", Choice.SHIP, 1));
    }

    @Test
    void whereNoBallotsAreEnoughItSaysSo() {
        var alone = List.of(RandomBoards.tool("alone", 1, List.of(90), new Tally(3, 1)));

        assertThat(Objects.requireNonNull(BoardFragility.of(
                                        Board.of(alone, RankedBy.OVERALL), RankedBy.OVERALL, RankingFormula.ONE)
                                .of("alone"))
                        .rank())
                .containsExactly(Tipping.moreBallotsThan(1_000));
    }

    @Provide
    Arbitrary<List<Standing>> boards() {
        return RandomBoards.standings().list().ofMaxSize(6).uniqueElements(Standing::slug);
    }

    private static BoardFragility fragility(List<Standing> tools, RankedBy by) {
        return BoardFragility.of(Board.of(tools, by), by, RankingFormula.ONE, MOST);
    }

    private static @Nullable Tipping rank(BoardFragility fragility, Ranked tool, Kind kind) {
        return Objects.requireNonNull(fragility.of(tool.standing().slug())).rank().stream()
                .filter(tipping -> tipping.kind() == kind)
                .findFirst()
                .orElse(null);
    }

    /** In the order that the search promises: fewest ballots, then the higher tool, then ship. */
    private static Tipping fewestBallots(List<Standing> tools, String slug, RankedBy by) {
        Integer before = rank(tools, slug, by);
        List<Ranked> places = Board.of(tools, by).tools();
        for (int ballots = 1; ballots <= MOST; ballots++) {
            for (Ranked place : places) {
                for (Choice choice : Choice.values()) {
                    String on = place.standing().slug();
                    if (!Objects.equals(rank(voted(tools, on, choice, ballots), slug, by), before)) {
                        return Tipping.ballots(on, choice, ballots);
                    }
                }
            }
        }
        return Tipping.moreBallotsThan(MOST);
    }

    /** More than 100 when there is none. */
    private static int smallestChange(List<Standing> tools, String slug, RankedBy by) {
        Integer before = rank(tools, slug, by);
        for (int size = 1; size <= 100; size++) {
            for (Standing tool : tools) {
                for (SeatScore take : tool.withdrawn() ? List.<SeatScore>of() : tool.takes()) {
                    for (int change : new int[] {size, -size}) {
                        int score = take.score() + change;
                        if (score >= 0
                                && score <= 100
                                && !Objects.equals(
                                        rank(changed(tools, tool.slug(), take.seat(), change), slug, by), before)) {
                            return size;
                        }
                    }
                }
            }
        }
        return 101;
    }

    private static int fewestSeats(Standing tool) {
        int ships = tool.panelShips();
        int skips = tool.panelSkips();
        if (ships + skips == 0) {
            return 1;
        }
        return IntStream.rangeClosed(1, 5)
                .filter(n -> (n <= ships && Verdict.of(ships - n, skips + n) != Verdict.of(ships, skips))
                        || (n <= skips && Verdict.of(ships + n, skips - n) != Verdict.of(ships, skips)))
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable Integer rank(List<Standing> tools, String slug, RankedBy by) {
        return Board.of(tools, by).tools().stream()
                .filter(tool -> tool.standing().slug().equals(slug))
                .findFirst()
                .orElseThrow()
                .rank();
    }

    private static List<Standing> voted(List<Standing> tools, String slug, Choice choice, int ballots) {
        return tools.stream()
                .map(tool -> tool.slug().equals(slug) ? tool.with(with(tool.tally(), choice, ballots)) : tool)
                .toList();
    }

    private static List<Standing> changed(List<Standing> tools, String slug, Seat seat, int change) {
        return tools.stream()
                .map(tool -> tool.slug().equals(slug) ? changed(tool, seat, change) : tool)
                .toList();
    }

    private static Standing changed(Standing tool, Seat seat, int change) {
        var takes = new ArrayList<SeatScore>();
        for (SeatScore take : tool.takes()) {
            int score = take.seat() == seat ? take.score() + change : take.score();
            takes.add(new SeatScore(take.seat(), score, take.verdict()));
        }
        return tool.withTakes(takes);
    }

    private static Tally with(Tally tally, Choice choice, int ballots) {
        return choice == Choice.SHIP
                ? new Tally(tally.ships() + ballots, tally.skips())
                : new Tally(tally.ships(), tally.skips() + ballots);
    }

    private static Verdict verdict(Tally tally) {
        return Verdict.of(tally.ships(), tally.skips());
    }
}
