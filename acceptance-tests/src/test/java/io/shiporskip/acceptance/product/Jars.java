package io.shiporskip.acceptance.product;

import java.nio.file.Files;
import java.nio.file.Path;

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
        Path jar = project().resolve(module).resolve("target").resolve(module + "-app.jar");
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("No " + jar + ": run these tests through the whole build");
        }
        return jar;
    }
}
