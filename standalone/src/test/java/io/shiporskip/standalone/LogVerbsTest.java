package io.shiporskip.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shiporskip.log.LogHead;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that leaves as a file and comes back, killed on its way, over a data folder and over the server that holds it. */
class LogVerbsTest {

    private static final int EVENTS = 4_000;

    @TempDir
    private Path folder;

    @Test
    void anImportThatIsKilledGoesOnAndTheExportIsTheFileThatWasImported() throws Exception {
        Path file = folder.resolve("log.ndjson");
        LogHead head = LongLog.write(file, EVENTS, 3);
        byte[] all = Files.readAllBytes(file);

        // Half of it, and half a line, through a pipe that stays open: it is killed with the rest still to come.
        try (Child killed = Child.start(folder, "log", "import", "--data", "data", "-")) {
            OutputStream in = killed.in();
            in.write(all, 0, all.length / 2);
            in.flush();
            await().atMost(Duration.ofMinutes(1)).until(() -> killed.err().contains("Imported up to position"));
            killed.kill();
        }
        String resumed =
                run(0, "log", "import", "--data", "data", file.toString()).out();

        assertThat(resumed).contains("that stood already", "head " + head.position() + ":" + head.hash());
        assertThat(verify("--head", head.position() + ":" + head.hash()))
                .contains(EVENTS + " events, " + EVENTS + " streams", "the log is sound");
        Path again = folder.resolve("again.ndjson");
        exportAgainAndAgain(again, all);

        servedLog(file, all);
    }

    /** A file that was cut anywhere is gone on with to the same bytes; one that is something else is left alone. */
    private void exportAgainAndAgain(Path exported, byte[] all) throws Exception {
        String data = folder.resolve("data").toString();
        for (int length : new int[] {0, 7, all.length / 3, all.length - 1, all.length}) {
            Files.write(exported, Arrays.copyOf(all, length));
            assertThat(ShipOrSkip.commandLine().execute("log", "export", "--data", data, exported.toString()))
                    .isZero();
            assertThat(exported).hasBinaryContent(all);
        }
        for (String other : List.of("a letter", "a letter\n", "{\"position\":1}\n")) {
            Files.writeString(exported, other);
            assertThat(ShipOrSkip.commandLine().execute("log", "export", "--data", data, exported.toString()))
                    .isEqualTo(1);
            assertThat(exported).hasContent(other);
        }
    }

    /** Over the server that holds the folder: export and verify ask it, import is refused. */
    private void servedLog(Path file, byte[] all) throws Exception {
        try (Child server = Child.start(folder, "run", "--port", "0", "--data", "data")) {
            server.awaitReady();
            Path served = folder.resolve("served.ndjson");
            Files.write(served, Arrays.copyOf(all, all.length / 2));

            assertThat(run(1, "log", "import", "--data", "data", file.toString())
                            .err())
                    .contains("stop that server first");
            assertThat(run(0, "log", "export", "--data", "data", served.toString())
                            .out())
                    .contains("it ends at head");
            assertThat(served).hasBinaryContent(all);
            assertThat(verify()).contains(EVENTS + " events", "the log is sound");
            assertThat(run(1, "log", "verify", "--data", "data", "--head", EVENTS + ":" + "0".repeat(64))
                            .out())
                    .contains("the past of this log was rewritten", "NOT sound");
            server.terminate();
            assertThat(server.exitCode()).isZero();
        }
    }

    @Test
    void aBadLineIsNamedAndTheLinesBeforeItStand() throws Exception {
        Path file = folder.resolve("log.ndjson");
        LongLog.write(file, 30, 3);
        List<String> lines = Files.readAllLines(file);
        Files.writeString(file, lines.get(2).replace("ship", "skip") + "\n", StandardOpenOption.TRUNCATE_EXISTING);
        Path bad = folder.resolve("bad.ndjson");
        Files.write(
                bad, List.of(lines.get(0), lines.get(1), Files.readString(file).strip(), lines.get(3)));

        String said = run(1, "log", "import", "--data", "data", bad.toString()).err();

        assertThat(said.lines()).last().asString().contains("bad.ndjson, line 3: its content is not what was written");
        assertThat(verify()).contains("2 blocks, 6 commits, 6 events, 6 streams; head 6:");
    }

    private String verify(String... more) throws Exception {
        String[] arguments = new String[4 + more.length];
        System.arraycopy(new String[] {"log", "verify", "--data", "data"}, 0, arguments, 0, 4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return run(0, arguments).out();
    }

    private Child run(int exitCode, String... verb) throws IOException, InterruptedException {
        try (Child child = Child.run(folder, verb)) {
            assertThat(child.exitCode()).as(child.out() + child.err()).isEqualTo(exitCode);
            return child;
        }
    }
}
