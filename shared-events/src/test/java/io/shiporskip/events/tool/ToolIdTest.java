package io.shiporskip.events.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"smolvlm2-turbo", "vercel-ai-gateway-v0", "a", "9", "vsx", "x-vsx", "canvas-vsync"})
    void slugsOfLowerCaseWordsAreTools(String slug) {
        assertThat(new ToolId(slug).stream()).isEqualTo("tool:" + slug);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A",
                "a--b",
                "-a",
                "a-",
                "vs",
                "a-vs",
                "vs-a",
                "a-vs-b",
                "a_b",
                "ä",
                "a b",
                "a\n",
                "a:b",
                "tool\u0000"
            })
    void anythingElseIsNot(String slug) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ToolId(slug));
    }

    @ParameterizedTest
    @ValueSource(ints = {81, 20_000})
    void aSlugIsBounded(int length) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ToolId("a".repeat(length)));
    }
}
