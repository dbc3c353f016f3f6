package io.shiporskip.benchmarks.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where PostgreSQL's programs are, and as whom they run: they refuse to serve as root. */
final class PostgresPrograms {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private PostgresPrograms() {}

    /** Debian's newest, else what is on the PATH. */
    static Path folder() throws IOException {
        List<Path> candidates = new ArrayList<>();
        if (Files.isDirectory(DEBIAN)) {
            try (Stream<Path> releases = Files.list(DEBIAN)) {
                releases.sorted(Comparator.comparingInt((Path release) -> number(release.getFileName()))
                                .reversed())
                        .map(release -> release.resolve("bin"))
                        .forEach(candidates::add);
            }
        }
        for (String part : System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator), -1)) {
            candidates.add(Path.of(part));
        }
        return candidates.stream()
                .filter(each ->
                        Files.isExecutable(each.resolve("initdb")) && Files.isExecutable(each.resolve("pg_ctl")))
                .findFirst()
                .orElseThrow(() -> new NotInstalledException("This benchmark needs PostgreSQL's server, and none was "
                        + "found: install it (Debian: apt-get install postgresql)."));
    }

    private static int number(Path release) {
        String text = release.toString();
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    }

    /** What to put before a command so that it does not run as root. */
    static List<String> unprivileged() {
        return ROOT ? List.of("runuser", "-u", user(), "--") : List.of();
    }

    /** Makes these files belong to whom the programs run as. */
    static void giveTo(Path... files) throws IOException {
        if (ROOT) {
            var users = FileSystems.getDefault().getUserPrincipalLookupService();
            for (Path file : files) {
                Files.setOwner(file, users.lookupPrincipalByName(user()));
            }
        }
    }

    /** Debian's package makes a user for it. */
    private static String user() {
        try {
            return FileSystems.getDefault()
                    .getUserPrincipalLookupService()
                    .lookupPrincipalByName("postgres")
                    .getName();
        } catch (IOException e) {
            return "nobody";
        }
    }
}
