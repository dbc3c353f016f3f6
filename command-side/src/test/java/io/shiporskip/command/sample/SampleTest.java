package io.shiporskip.command.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.command.panel.TakeRequest;
import io.shiporskip.command.sample.Sample.SampleTool;
import io.shiporskip.events.panel.Seat;
import io.shiporskip.events.verdict.Choice;
import io.shiporskip.events.verdict.Verdict;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SampleTest {

    private final Sample sample = Sample.read();

    @Test
    void allOfItWouldPassOverHttp() {
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            Validator validator = factory.getValidator();
            for (SampleTool each : sample.tools()) {
                assertThat(validator.validate(each.tool())).isEmpty();
                assertThat(each.tool().command().details().sample()).isTrue();
                each.takes()
                        .values()
                        .forEach(take -> assertThat(validator.validate(take)).isEmpty());
            }
        }
    }

    @Test
    void theTwoRealToolsHaveExactlyWhatIsKnownOfThem() {
        SampleTool smol = tool("smolvlm2-turbo");
        assertThat(smol.tool().name()).isEqualTo("SmolVLM2 Turbo");
        assertThat(smol.tool().pricing()).isEqualTo("Free / Open weights (Apache 2.0)");
        assertThat(smol.tool().entryPrice()).isEqualTo("Free");
        assertThat(scores(smol))
                .isEqualTo(Map.of(Seat.BUILDER, 85, Seat.SKEPTIC, 78, Seat.FUTURIST, 82, Seat.FOUNDER, 72));
        SampleTool gateway = tool("vercel-ai-gateway-v0");
        assertThat(gateway.tool().name()).isEqualTo("Vercel AI Gateway (v0)");
        assertThat(gateway.tool().pricing()).isEqualTo("Included with Vercel Pro ($20/mo) and Enterprise (custom)");
        assertThat(gateway.tool().entryPrice()).isEqualTo("Paid");
        assertThat(scores(gateway))
                .isEqualTo(Map.of(Seat.BUILDER, 82, Seat.SKEPTIC, 74, Seat.FOUNDER, 78, Seat.PM, 76));
        for (SampleTool each : List.of(smol, gateway)) {
            assertThat(each.tool().category()).isEqualTo("Developer Tools");
            assertThat(each.takes().values()).extracting(TakeRequest::verdict).containsOnly(Choice.SHIP);
            assertThat(each.ships() + each.skips()).isZero();
        }
    }

    @Test
    void everyStateAppears() {
        assertThat(sample.tools()).hasSize(24);
        assertThat(sample.tools()).extracting(each -> each.tool().slug()).doesNotHaveDuplicates();
        assertThat(new HashSet<>(sample.tools().stream()
                        .map(each -> each.tool().category())
                        .toList()))
                .hasSize(4);
        assertThat(sample.tools()).extracting(SampleTest::verdict).contains(Verdict.values());
        assertThat(sample.tools()).extracting(each -> each.takes().size()).contains(0, 1, 2, 3, 4, 5);
        assertThat(sample.tools())
                .extracting(each -> each.ships() + each.skips())
                .contains(0, 2, 5);
        assertThat(sample.tools()).anyMatch(each -> each.ships() + each.skips() > 100);
        assertThat(Arrays.stream(Seat.values()))
                .allMatch(seat ->
                        sample.tools().stream().anyMatch(each -> each.takes().containsKey(seat)));
    }

    @Test
    void aToolsVotersAreTheSameEachTimeAndNeverTheSameOneTwice() {
        for (SampleTool each : sample.tools()) {
            String slug = each.tool().slug();
            int votes = each.ships() + each.skips();
            assertThat(new SampleVoters().of(slug, votes))
                    .doesNotHaveDuplicates()
                    .isEqualTo(new SampleVoters().of(slug, votes));
        }
    }

    private SampleTool tool(String slug) {
        return sample.tools().stream()
                .filter(each -> each.tool().slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    private static Map<Seat, Integer> scores(SampleTool tool) {
        return tool.takes().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, take -> take.getValue().score()));
    }

    private static Verdict verdict(SampleTool tool) {
        long ships = tool.takes().values().stream()
                .filter(take -> take.verdict() == Choice.SHIP)
                .count();
        return Verdict.of(ships, tool.takes().size() - ships);
    }
}
