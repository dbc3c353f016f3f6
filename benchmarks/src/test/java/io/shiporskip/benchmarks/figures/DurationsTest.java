package io.shiporskip.benchmarks.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class DurationsTest {

    @Provide
    Arbitrary<List<Long>> some() {
        return Arbitraries.longs()
                .between(0, 1_000_000_000L)
                .list()
                .ofMinSize(1)
                .ofMaxSize(300);
    }

    @Property
    void medianLeavesAsManyBelowAsAbove(@ForAll("some") List<Long> values) {
        double median = of(values).medianNanos();
        long below = values.stream().filter(value -> value < median).count();
        long above = values.stream().filter(value -> value > median).count();
        assertThat(Math.max(below, above)).isLessThanOrEqualTo(values.size() / 2);
    }

    @Property
    void percentileIsTheSmallestThatEnoughDoNotExceed(
            @ForAll("some") List<Long> values, @ForAll @DoubleRange(min = 0.1, max = 100) double percent) {
        long found = of(values).percentileNanos(percent);
        double wanted = values.size() * percent / 100;
        assertThat(values).contains(found);
        assertThat((double) values.stream().filter(value -> value <= found).count())
                .isGreaterThanOrEqualTo(wanted);
        assertThat((double) values.stream().filter(value -> value < found).count())
                .isLessThan(wanted);
    }

    @Property
    void orderDoesNotMatter(@ForAll("some") List<Long> values) {
        List<Long> turned = values.reversed();
        assertThat(of(turned).medianNanos()).isEqualTo(of(values).medianNanos());
        assertThat(of(turned).percentileNanos(99)).isEqualTo(of(values).percentileNanos(99));
    }

    @Example
    void aRatioIsOfPooledMediansAndEachRoundKeepsItsOwn() {
        Growth growth = new Growth();
        growth.add(of(List.of(10L, 10L, 10L)), of(List.of(10L, 20L, 30L)));
        growth.add(of(List.of(10L)), of(List.of(5L, 5L)));
        assertThat(growth.ratio()).isEqualTo(1.0);
        assertThat(growth.ratios()).containsExactly(2.0, 0.5);
        assertThat(Arrays.asList(growth.small().count(), growth.large().count()))
                .containsExactly(4, 5);
    }

    @Example
    void nothingMeasuredHasNoMedian() {
        assertThatThrownBy(() -> of(Collections.emptyList()).medianNanos()).isInstanceOf(IllegalStateException.class);
    }

    private static Durations of(List<Long> values) {
        Durations durations = new Durations();
        values.forEach(durations::add);
        return durations;
    }
}
