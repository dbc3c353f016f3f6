package io.shiporskip.acceptance.product;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Java that runs these tests runs the product too. */
public final class Java {

    private Java() {}

    public static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** A command that runs a jar as the launcher does. */
    public static List<String> run(Path jar, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                executable(),
                "-Xmx512m",
                "-Daxoniq.update-checker.disabled=true",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar.toString()));
        command.addAll(List.of(arguments));
        return command;
    }
}
