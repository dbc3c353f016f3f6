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
        return Files.exists(here.resolve("docker-compose.yml")) ? here : here.resolve("..").normalize();
    }

    /** The executable jar of a module. */
    public static Path of(String module) {
        Path target = project().resolve(module).resolve("target");
        try (Stream<Path> files = Files.list(target)) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().matches(module + "-[0-9].*-app\\.jar"))
                    .toList();
            if (found.size() != 1) {
                throw new IllegalStateException("Expected one executable jar in " + target + " and found " + found);
            }
            return found.getFirst();
        } catch (IOException failure) {
            throw new UncheckedIOException("No build of " + module + ": run these tests through the whole build", failure);
        }
    }
}
