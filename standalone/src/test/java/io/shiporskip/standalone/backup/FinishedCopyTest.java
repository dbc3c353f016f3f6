package io.shiporskip.standalone.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shiporskip.mongo.embedded.EmbeddedMongo;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No later request and no move that breaks off harms a copy that is finished. */
class FinishedCopyTest {

    @TempDir
    private Path folder;

    @Test
    void aFolderThatIsNotEmptyIsRefusedAndKept() throws IOException {
        Path data = folder.resolve("data");
        Path finished = Files.createDirectories(data.resolve(Backups.FOLDER).resolve("nightly"));
        Files.writeString(finished.resolve("mongo.format"), "1");
        try (EmbeddedMongo mongo = EmbeddedMongo.open(data)) {
            assertThatThrownBy(() -> new SiteCopy(data, mongo).into(finished, (_, _) -> {}))
                    .hasMessageContaining("not an empty folder");
            Backups backups = new Backups(data, mongo);
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> backups.start("nightly")).isInstanceOf(FileAlreadyExistsException.class);
            }
        }
        assertThat(finished.resolve("mongo.format")).hasContent("1");
    }

    @Test
    void keysGoFirstToAnotherFileSystemAndTheFormatLast() throws IOException {
        Path made = made();

        OwnFolder.copy(made, folder.resolve("whole"));

        assertThat(folder.resolve("whole")).isDirectoryContaining("glob:**mongo.format");
        assertThat(OwnFolder.children(made))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("secrets.json", "tokens.json", "mongo.head", "mongo.mv.db", "mongo.format");
    }

    @Test
    void aMoveThatBreaksOffLeavesNothingHalfAndSaysWhereTheWholeCopyIs() throws IOException {
        Path made = made();
        Files.createSymbolicLink(made.resolve("mongo.zzz"), folder.resolve("nowhere"));
        Path to = folder.resolve("to");

        assertThatThrownBy(() -> OwnFolder.copy(made, to))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("whole in " + made);

        assertThat(to).doesNotExist();
        try (Stream<Path> left = Files.list(made)) {
            assertThat(left).hasSize(6);
        }
    }

    private Path made() throws IOException {
        Path made = Files.createDirectory(folder.resolve("made"));
        for (String file : List.of("mongo.format", "mongo.head", "mongo.mv.db", "secrets.json", "tokens.json")) {
            Files.writeString(made.resolve(file), file);
        }
        return made;
    }
}
