package io.shiporskip.events.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.shiporskip.events.tool.ToolId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonIdTest {

    @ParameterizedTest
    @CsvSource({"a,b", "b,a", "smolvlm2-turbo,vercel-ai-gateway-v0", "a-b,a", "vsx-1,vsx"})
    void aPairHasOneAddressWhicheverIsNamedFirstAndItReadsBack(String one, String other) {
        ComparisonId pair = ComparisonId.of(new ToolId(one), new ToolId(other));

        assertThat(pair).isEqualTo(ComparisonId.of(new ToolId(other), new ToolId(one)));
        assertThat(ComparisonId.parse(one + "-vs-" + other)).isEqualTo(pair);
        assertThat(ComparisonId.parse(pair.slug())).isEqualTo(pair);
        assertThat(pair.left()).isLessThan(pair.right());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a-vs-a", "-vs-", "a-vs-", "-vs-b", "a-vs-b-vs-c", "A-vs-b"})
    void anythingElseIsNoComparison(String slug) {
        assertThatIllegalArgumentException().isThrownBy(() -> ComparisonId.parse(slug));
    }

    @Test
    void theTwoStandInAsciiOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ComparisonId(new ToolId("b"), new ToolId("a")))
                .withMessageContaining("ASCII order");
    }
}
