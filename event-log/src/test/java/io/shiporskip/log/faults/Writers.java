package io.shiporskip.log.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** The writer processes: started, killed once a second, started again, until all that they are to send is sent. */
final class Writers implements AutoCloseable {

    /** How to start one. */
    record Start(String uri, String database, Path journals, long seed, int commits, List<CuttingProxy> networks) {}

    /** About three hundred commits: a slow machine gets through with some seventy kills. */
    private static final long SOMEWHERE_BYTES = 75_000;

    private final Start start;
    private final List<Process> processes = new ArrayList<>();
    private final List<Long> sentAtStart = new ArrayList<>();
    private int kills;

    Writers(Start start) throws IOException {
        this.start = start;
        for (int writer = 0; writer < start.networks().size(); writer++) {
            processes.add(started(writer));
            sentAtStart.add(0L);
        }
    }

    int kills() {
        return kills;
    }

    /** Returns when every writer has ended by itself. */
    void killEverySecond(Random random) throws IOException, InterruptedException {
        while (processes.stream().anyMatch(Process::isAlive)) {
            TimeUnit.SECONDS.sleep(1);
            for (int writer = 0; writer < processes.size(); writer++) {
                Process process = processes.get(writer);
                if (!process.isAlive() && process.exitValue() != 0) {
                    throw new IllegalStateException("writer " + writer + " ended with " + process.exitValue() + ": "
                            + Files.readString(output(writer)));
                }
            }
            kill(random);
        }
    }

    /** One that has got somewhere since it was started: else a slow machine would never be done. */
    private void kill(Random random) throws IOException, InterruptedException {
        List<Integer> candidates = new ArrayList<>();
        for (int writer = 0; writer < processes.size(); writer++) {
            if (processes.get(writer).isAlive() && journaled(writer) > sentAtStart.get(writer) + SOMEWHERE_BYTES) {
                candidates.add(writer);
            }
        }
        if (!candidates.isEmpty()) {
            int writer = candidates.get(random.nextInt(candidates.size()));
            Process process = processes.get(writer);
            process.destroyForcibly().waitFor();
            kills++;
            sentAtStart.set(writer, journaled(writer));
            processes.set(writer, started(writer));
        }
    }

    private long journaled(int writer) throws IOException {
        try (var files = Files.list(start.journals())) {
            return files.filter(file -> file.getFileName().toString().startsWith("writer-" + writer + "-"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private Path output(int writer) {
        return start.journals().resolve("output-" + writer + ".txt");
    }

    private Process started(int writer) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Daxoniq.update-checker.disabled=true",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                WriterProcess.class.getName());
        builder.environment()
                .putAll(Map.of(
                        WriterProcess.URI, start.uri(),
                        WriterProcess.PORT,
                                String.valueOf(start.networks().get(writer).port()),
                        WriterProcess.DATABASE, start.database(),
                        WriterProcess.JOURNALS, start.journals().toString(),
                        WriterProcess.WRITER, String.valueOf(writer),
                        WriterProcess.SEED, String.valueOf(start.seed()),
                        WriterProcess.COMMITS, String.valueOf(start.commits())));
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output(writer).toFile()))
                .start();
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
    }
}
