package io.shiporskip.acceptance.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the build has put what these tests run. */
public final class Jars {

    private Jars() {}

    /** The top folder of the project, found from the module's own. */
    public static Path project() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("docker-compose.yml")) ? here : here.resolveSibling("");
    }

    /** The executable jar of a module. */
    public static Path of(String module) {
        Path target = project().resolve(module).resolve("target");
        try (Stream<Path> files = Files.list(target)) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().matches(module + "-.*-app\\.jar"))
                    .toList();
            if (found.size() != 1) {
                throw new IllegalStateException(
                        "Expected one executable jar in " + target + " and found " + found + ": run the build first");
            }
            return found.getFirst();
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "No build of " + module + ": run the tests through the whole build", failure);
        }
    }
}
