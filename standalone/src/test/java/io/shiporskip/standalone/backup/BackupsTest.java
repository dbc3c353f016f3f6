package io.shiporskip.standalone.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shiporskip.mongo.embedded.EmbeddedMongo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever watches a backup sees how it ended, and one that failed is in nobody's way. */
class BackupsTest {

    private Path data;
    private EmbeddedMongo mongo;
    private Backups backups;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        data = folder;
        mongo = EmbeddedMongo.open(data);
        backups = new Backups(data, mongo);
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void oneThatFailedSaysWhyAndTheNextIsTaken() throws IOException {
        Path inTheWay = Files.createFile(data.resolve(Backups.FOLDER));
        assertThat(backups.start("nightly")).isPresent();
        await().until(() -> hasEnded("nightly"));
        assertThat(backups.state("nightly")).hasValueSatisfying(ended -> {
            assertThat(ended.state()).isEqualTo("failed");
            assertThat(ended.reason()).contains(Backups.FOLDER);
        });

        Files.delete(inTheWay);

        await().until(() -> backups.start("nightly").isPresent());
        await().until(() -> hasEnded("nightly"));
        assertThat(backups.state("nightly")).hasValueSatisfying(ended -> {
            assertThat(ended.state()).isEqualTo("done");
            assertThat(ended.position()).isZero();
        });
    }

    @Test
    void theLastTwentyAreRemembered() throws IOException {
        Files.createFile(data.resolve(Backups.FOLDER));
        for (int i = 0; i <= 20; i++) {
            String name = "backup-" + i;
            await().until(() -> backups.start(name).isPresent());
            await().until(() -> hasEnded(name));
        }

        assertThat(backups.state("backup-0")).isEmpty();
        assertThat(backups.state("backup-1")).isPresent();
        assertThat(backups.state("backup-20")).isPresent();
    }

    private boolean hasEnded(String name) {
        return backups.state(name)
                .filter(state -> !state.state().equals("running"))
                .isPresent();
    }
}
