package io.shiporskip.standalone;

import io.shiporskip.edge.start.StartFailure;
import io.shiporskip.mongo.embedded.DataFolderException;
import io.shiporskip.standalone.backup.BackupVerb;
import io.shiporskip.standalone.rebuild.ProjectionsVerb;
import io.shiporskip.standalone.rebuild.RebuildVerb;
import io.shiporskip.standalone.run.RunVerb;
import io.shiporskip.standalone.terminal.ExitCodes;
import io.shiporskip.standalone.terminal.OperatorException;
import io.shiporskip.standalone.verify.LogVerb;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;

/** The command line of the product. Exit codes: 0 done, 1 could not or found something amiss, 2 not understood. */
@Command(
        name = "ship-or-skip",
        description = "Votes and verdicts on AI and developer tools.",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        versionProvider = ShipOrSkip.Version.class,
        subcommands = {RunVerb.class, RebuildVerb.class, ProjectionsVerb.class, BackupVerb.class, LogVerb.class},
        synopsisSubcommandLabel = "VERB")
public final class ShipOrSkip {

    /** Runs one verb and ends the process with its exit code. */
    public static void main(String[] args) {
        // Axon looks for updates over the network unless a property of the JVM says no, before it starts.
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new ShipOrSkip()).setExecutionExceptionHandler(oneLine());
    }

    private static IExecutionExceptionHandler oneLine() {
        return (failure, verb, _) -> {
            Optional<String> line = line(failure);
            if (line.isPresent()) {
                verb.getErr().println(line.get());
            } else {
                failure.printStackTrace(verb.getErr());
            }
            return ExitCodes.FAILED;
        };
    }

    /** What an operator can mend is said in one line; anything else is a fault of ours and shows where it is. */
    private static Optional<String> line(Exception failure) {
        return switch (failure) {
            case OperatorException e -> Optional.ofNullable(e.getMessage());
            case DataFolderException e -> Optional.ofNullable(e.getMessage());
            default -> StartFailure.line(failure);
        };
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = ShipOrSkip.class.getPackage().getImplementationVersion();
            return new String[] {"Ship or Skip " + (version == null ? "(not packaged)" : version)};
        }
    }
}
