package io.shiporskip.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.benchmarks.figures.Durations;
import io.shiporskip.benchmarks.figures.Growth;
import io.shiporskip.benchmarks.growth.Operation.Kind;
import io.shiporskip.benchmarks.growth.Operation.Preparation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class VerdictTest {

    @Property
    void onlyABoundedOperationCanGoBeyondTheBound(
            @ForAll Kind kind,
            @ForAll @IntRange(min = 1, max = 1_000) int small,
            @ForAll @IntRange(max = 3_000) int large) {
        Report report = report(kind, small, large);
        assertThat(report.withinBound()).isEqualTo(kind != Kind.BOUNDED || 2 * large <= 3 * small);
        assertThat(printed(report).contains("BEYOND THE BOUND")).isNotEqualTo(report.withinBound());
    }

    @Example
    void aScanOfTheLogIsToldFromOthers() {
        assertThat(scans("bench-1.blocks {n=1}", "bench-1.plain-votes {a=1}")).isTrue();
        assertThat(scans("bench-1.plain-votes {blocks=1}", "bench-1.other.blocks {a=1}"))
                .isFalse();
        assertThat(scans()).isFalse();
    }

    private static boolean scans(String... scans) {
        return new ScanReport(List.of(scans), true).print(new PrintStream(new ByteArrayOutputStream()));
    }

    private static Report report(Kind kind, int small, int large) {
        Growth growth = new Growth();
        growth.add(of(small), of(large));
        Operation operation = new Operation("voting", kind, 1, 1, Preparation.NONE, () -> 1);
        return new Report(1_000, 200_000, 200_500, 1.5, List.of(operation), Map.of("voting", growth));
    }

    private static String printed(Report report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        report.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Durations of(int nanos) {
        Durations durations = new Durations();
        durations.add(nanos);
        return durations;
    }
}
