package io.shiporskip.log.append;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whose turn it is after whose block, and how writers come and go without disturbing the order of the others. */
class LineTest {

    private static final Line LINE = new Line(7, List.of("a", "b", "c"));

    @Test
    void whoFollowsTheWriterOfTheLastBlockHasItsTurn() {
        assertThat(LINE.ahead("b", "a")).isZero();
        assertThat(LINE.ahead("c", "a")).isEqualTo(1);
        assertThat(LINE.ahead("a", "a")).isEqualTo(2);
        assertThat(LINE.ahead("a", "c")).isZero();
    }

    @Test
    void afterABlockOfNobodyInLineTheFirstHasItsTurn() {
        assertThat(LINE.ahead("a", "x")).isZero();
        assertThat(LINE.ahead("c", "")).isEqualTo(2);
    }

    @Test
    void whoIsAloneInLineHasEveryTurn() {
        Line alone = Line.EMPTY.joinedBy("a");
        assertThat(alone.ahead("a", "a")).isZero();
        assertThat(alone.ahead("a", "x")).isZero();
    }

    @Test
    void afterTheBlockOfOneThatLeftItsSuccessorHasItsTurn() {
        assertThat(LINE.leftBy("b").ahead("c", "b")).isZero();
        assertThat(LINE.leftBy("b").ahead("a", "b")).isEqualTo(1);
        assertThat(LINE.leftBy("c").ahead("a", "c")).isZero();
        assertThat(LINE.leftBy("x")).isEqualTo(LINE);
    }

    @Test
    void whoSeizesTheTurnDropsThoseBeforeItAndNobodyElse() {
        assertThat(LINE.seizedBy("c", "a").writers()).containsExactly("c", "a");
        assertThat(LINE.seizedBy("c", "x").writers()).containsExactly("c");
        assertThat(LINE.seizedBy("c", "b").writers()).containsExactly("c", "a", "b");
    }

    @Test
    void theLineIsBounded() {
        Line line = Line.EMPTY;
        for (int i = 0; i < Line.MOST; i++) {
            line = line.joinedBy("writer-" + i);
        }
        assertThat(line.writers()).hasSize(Line.MOST);
        assertThat(line.joinedBy("one more").writers()).isEqualTo(line.writers());
    }

    @Test
    void everyChangeIsANewVersionSoThatNobodyMistakesItForWhatTheySaw() {
        assertThat(List.of(LINE.joinedBy("d"), LINE.leftBy("b"), LINE.seizedBy("c", "a")))
                .extracting(Line::version)
                .containsOnly(8L);
    }

    @Property
    void afterEveryBlockOneWriterHasItsTurnAndTheOthersComeOneByOne(
            @ForAll("lines") Line line, @ForAll("writers") String last) {
        List<Integer> ahead =
                line.writers().stream().map(each -> line.ahead(each, last)).toList();
        assertThat(ahead)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, line.writers().size()).boxed().toList());
        if (line.holds(last)) {
            assertThat(line.ahead(last, last)).isEqualTo(line.writers().size() - 1);
        }
    }

    @Property
    void whoComesOrGoesLeavesTheOrderOfTheOthersAsItIs(
            @ForAll("lines") Line line, @ForAll("writers") String who, @ForAll("writers") String last) {
        List<String> others = new ArrayList<>(byTurn(line, last));
        others.remove(who);
        Assume.that(line.holds(last));

        List<String> left = byTurn(line.leftBy(who), last);
        List<String> joined = new ArrayList<>(byTurn(line.joinedBy(who), last));
        joined.remove(who);

        assertThat(left).isEqualTo(others);
        assertThat(joined).isEqualTo(others);
    }

    @Property
    void whoSeizesTheTurnHasItAndThoseBehindStayInOrder(
            @ForAll("lines") Line line, @ForAll("writers") String who, @ForAll("writers") String last) {
        Assume.that(line.holds(who));
        List<String> before = byTurn(line, last);

        List<String> after = byTurn(line.seizedBy(who, last), last);

        assertThat(after).isEqualTo(before.subList(before.indexOf(who), before.size()));
    }

    @Provide
    static Arbitrary<Line> lines() {
        return writers().list().uniqueElements().ofMinSize(1).ofMaxSize(5).map(all -> new Line(1, all));
    }

    @Provide
    static Arbitrary<String> writers() {
        return Arbitraries.of("a", "b", "c", "d", "e", "f");
    }

    private static List<String> byTurn(Line line, String last) {
        return line.writers().stream()
                .sorted(Comparator.comparingInt(each -> line.ahead(each, last)))
                .toList();
    }
}
