package io.shiporskip.log.faults;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a writer process sends and what it is told, written down before and after: each line is with the kernel before
 * the writer goes on, so that a kill takes none of it.
 */
final class Journal implements AutoCloseable {

    enum Told {
        DONE,
        REFUSED,
        BUSY,
        UNKNOWN,
        /** Killed before it was told anything. */
        NOTHING
    }

    /** @param events in order */
    record Entry(int index, String commit, List<Sent> events, Told told, long position) {}

    /** An event that was sent, and its place. */
    record Sent(String id, String stream, long sequence) {

        static Sent parsed(String text) {
            String[] parts = text.split("@", -1);
            return new Sent(parts[0], parts[1], Long.parseLong(parts[2]));
        }

        @Override
        public String toString() {
            return id + "@" + stream + "@" + sequence;
        }
    }

    private final FileOutputStream file;

    /** A file of its own for each start: the last line of a killed one may be cut. */
    Journal(Path folder, int writer) throws IOException {
        file = new FileOutputStream(folder.resolve(
                        "writer-" + writer + "-" + ProcessHandle.current().pid() + ".journal")
                .toFile());
    }

    void sending(int index, String commit, List<Sent> events) {
        write("SENDING " + index + " " + commit + " "
                + events.stream().map(Sent::toString).collect(Collectors.joining(",")));
    }

    void told(String commit, Told told, long position) {
        write(told + " " + commit + " " + position);
    }

    private void write(String line) {
        try {
            file.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that a writer has written down, over all its starts, by commit. */
    static Map<String, Entry> of(Path folder, int writer) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (String line : lines(folder, "writer-" + writer + "-")) {
            String[] words = line.split(" ", -1);
            if (words[0].equals("SENDING")) {
                entries.put(
                        words[2],
                        new Entry(
                                Integer.parseInt(words[1]),
                                words[2],
                                Arrays.stream(words[3].split(",", -1))
                                        .map(Sent::parsed)
                                        .toList(),
                                Told.NOTHING,
                                0));
            } else {
                entries.computeIfPresent(
                        words[1],
                        (commit, sent) -> new Entry(
                                sent.index(), commit, sent.events(), Told.valueOf(words[0]), Long.parseLong(words[2])));
            }
        }
        return entries;
    }

    private static List<String> lines(Path folder, String prefix) {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith(prefix))
                    .filter(path -> path.toString().endsWith(".journal"))
                    .sorted()
                    .toList()) {
                String text = Files.readString(file, StandardCharsets.US_ASCII);
                text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(lines::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
