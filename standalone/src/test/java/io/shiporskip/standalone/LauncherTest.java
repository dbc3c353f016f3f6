package io.shiporskip.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The launcher tells the truth about every verb, without a build and without Java. */
class LauncherTest {

    private static final Pattern OPTION = Pattern.compile("^  (--[a-z-]+)", Pattern.MULTILINE);

    private record Said(int exitCode, String text) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "rebuild",
                "log",
                "log verify",
                "log export",
                "log import",
                "backup",
                "test",
                "bench",
                "soak",
                "format"
            })
    void everyVerbHasHelp(String verb) throws Exception {
        Said said = launcher(words(verb + " --help"));
        assertThat(said.exitCode).isZero();
        assertThat(said.text).startsWith("Usage: ./ship-or-skip " + verb);
        assertThat(launcher("--help").text).contains("\n  " + verb + " ");
    }

    @Test
    void whatIsNotUnderstoodEndsWithTwo() throws Exception {
        assertThat(launcher().exitCode).isEqualTo(2);
        Said said = launcher("vote");
        assertThat(said.exitCode).isEqualTo(2);
        assertThat(said.text.lines()).singleElement().asString().contains("'vote'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "rebuild", "log verify", "log export x", "log import x"})
    void itsHelpNamesTheOptionsThatTheVerbHas(String verb) throws Exception {
        CommandLine command = ShipOrSkip.commandLine()
                .parseArgs(words(verb))
                .asCommandLineList()
                .getLast();
        TreeSet<String> taken = new TreeSet<>();
        for (OptionSpec option : command.getCommandSpec().options()) {
            taken.add(option.longestName());
        }
        taken.removeAll(List.of("--help", "--version"));
        TreeSet<String> told = new TreeSet<>();
        OPTION.matcher(launcher(words(verb + " --help")).text).results().forEach(found -> told.add(found.group(1)));
        assertThat(told).isEqualTo(taken);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "run --help",
                "rebuild --help",
                "log --help",
                "log verify --help",
                "log export --help",
                "log import --help",
                "backup --help",
                "--version",
                "run --version"
            })
    void theJarItselfHelpsToo(String arguments) {
        assertThat(ShipOrSkip.commandLine().execute(words(arguments))).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vote",
                "run --port many",
                "run --bogus",
                "run stray",
                "log verify stray",
                "log verify --head 7",
                "log export",
                "log import",
                "log",
                "backup",
                "backup a b",
                ""
            })
    void theJarEndsWithTwoWhereItDoesNotUnderstand(String arguments) {
        assertThat(ShipOrSkip.commandLine().execute(words(arguments))).isEqualTo(2);
    }

    private static String[] words(String text) {
        return text.isEmpty() ? new String[0] : text.split(" ", -1);
    }

    private static Said launcher(String... arguments) throws Exception {
        Path launcher = Path.of("").toAbsolutePath().resolve("ship-or-skip");
        if (!Files.exists(launcher)) {
            launcher = Path.of("").toAbsolutePath().resolveSibling("ship-or-skip");
        }
        List<String> command = new ArrayList<>(List.of("sh", launcher.toString()));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }
}
