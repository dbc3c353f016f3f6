package io.shiporskip.edge.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shiporskip.edge.InvalidSettingException;
import io.shiporskip.edge.access.Actor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets and tokens are made once for a folder, kept from other users, and never shown in an error. */
class SecretFilesTest {

    @TempDir
    private Path folder;

    @Test
    void areMadeOnceAndKept() {
        Secrets first = Secrets.in(folder.resolve("new"));
        assertThat(Secrets.in(folder.resolve("new"))).isEqualTo(first);
        assertThat(first.visitorKey()).isNotEqualTo(first.voterKey());
        assertThat(Tokens.in(folder).created()).isTrue();
        assertThat(Tokens.in(folder).created()).isFalse();
    }

    @Test
    void areForTheirOwnerOnlyAndLeaveNoDrafts() throws Exception {
        Secrets.in(folder);
        Tokens.in(folder);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(Secrets.FILE, Tokens.FILE);
        }
        for (String file : Set.of(Secrets.FILE, Tokens.FILE)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void startingTogetherAllAgreeAndOneAnnounces() throws Exception {
        int starters = 16;
        CyclicBarrier together = new CyclicBarrier(starters);
        Callable<Object[]> start = () -> {
            together.await();
            return new Object[] {Secrets.in(folder), Tokens.in(folder).created()};
        };
        Set<Object> secrets = new HashSet<>();
        int announced = 0;
        try (var threads = Executors.newFixedThreadPool(starters)) {
            for (var result : threads.invokeAll(Collections.nCopies(starters, start))) {
                secrets.add(result.get()[0]);
                announced += result.get()[1].equals(true) ? 1 : 0;
            }
        }
        assertThat(secrets).hasSize(1);
        assertThat(announced).isEqualTo(1);
    }

    @Test
    void aSeatWithoutATokenIsNobodys() throws Exception {
        Files.writeString(
                folder.resolve(Tokens.FILE),
                "{\"editor\": \"an-editor-of-16c\", \"seats\": {\"pm\": \"a-product-manager\"}}");
        Tokens tokens = Tokens.in(folder);
        assertThat(tokens.actor("an-editor-of-16c")).contains(Actor.EDITOR);
        assertThat(tokens.actor("a-product-manager")).map(Actor::authority).contains("ROLE_SEAT_PM");
        assertThat(tokens.actor("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"editor\": \"short\"}",
                "{\"editor\": 1234567890123456}",
                "{\"editor\": \"the-same-secret-token\", \"operator\": \"the-same-secret-token\"}"
            })
    void unusableTokensAreNamedInOneLineWithoutShowingThem(String text) throws Exception {
        Files.writeString(folder.resolve(Tokens.FILE), text);
        assertThatThrownBy(() -> Tokens.in(folder))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining(Tokens.FILE)
                .hasMessageNotContaining("the-same-secret-token")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"visitorKey\": \"AAAA\", \"voterKey\": \"AAAA\"}", "{\"visitorKey\": \"?\"}"})
    void unusableKeysAreNamed(String text) throws Exception {
        Files.writeString(folder.resolve(Secrets.FILE), text);
        assertThatThrownBy(() -> Secrets.in(folder))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("visitorKey");
    }

    @Test
    void aFolderThatIsNoneIsSaidSo() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> Secrets.in(file)).isInstanceOf(InvalidSettingException.class);
    }
}
