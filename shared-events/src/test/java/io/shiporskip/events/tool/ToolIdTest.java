package io.shiporskip.events.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

    @Test
    void whatIsLookedAtLetterByLetterIsTheShapeThatIsPublished() {
        List<String> texts = List.of("");
        for (int length = 1; length <= 7; length++) {
            texts = texts.stream()
                    .flatMap(text -> Stream.of("v", "s", "-", "0", "_").map(letter -> text + letter))
                    .toList();
            assertThat(texts).allMatch(text -> ToolId.isSlug(text) == text.matches(ToolId.SHAPE));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {81, 20_000})
    void aSlugIsBounded(int length) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ToolId("a".repeat(length)));
    }
}
