package io.shiporskip.log.append;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a writer knows of the line, and what it changes in it, while others change it too. */
class PlaceTest {

    private final TurnsFixture log = new TurnsFixture();
    private final Place a = new Place(log.document, "a");

    @Test
    void aPlaceIsTakenAtTheEndAndThatIsNews() {
        log.line("b");

        assertThat(a.take()).isTrue();

        assertThat(a.line())
                .containsExactly("b", "a")
                .isEqualTo(log.document.read().writers());
        assertThat(a.take()).isFalse();
    }

    @Test
    void aLineThatHasChangedMeanwhileIsNotSeized() {
        log.line("b", "a");
        a.take();
        log.line("b", "a", "c");

        assertThat(a.seize("c")).isFalse();

        assertThat(log.document.read().writers()).containsExactly("b", "a", "c");
        a.take();
        assertThat(a.seize("c")).isTrue();
        assertThat(a.line())
                .containsExactly("a", "c")
                .isEqualTo(log.document.read().writers());
    }

    @Test
    void aLineThatHasChangedMeanwhileIsLeftAllTheSame() {
        a.take();
        log.line("a", "b");

        a.leave();

        assertThat(a.isTaken()).isFalse();
        assertThat(log.document.read().writers()).containsExactly("b");
    }

    @Test
    void whereSomethingElseStandsNobodyWaitsAndNobodyIsInLine() {
        a.take();
        log.spoilLine();

        assertThat(a.isLineTaken()).isFalse();
        a.leave();
        assertThat(a.isTaken()).isFalse();
    }

    @Test
    void aLineIsTakenWhileAnybodyStandsInIt() {
        assertThat(a.isLineTaken()).isFalse();
        log.line("b");
        assertThat(a.isLineTaken()).isTrue();
        log.line();
        assertThat(a.isLineTaken()).isFalse();
    }
}
