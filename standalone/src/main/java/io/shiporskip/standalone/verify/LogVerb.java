package io.shiporskip.standalone.verify;

import picocli.CommandLine.Command;

/** {@code log}: what can be done with the log itself. */
@Command(
        name = "log",
        description = "Looks after the event log.",
        subcommands = LogVerifyVerb.class,
        synopsisSubcommandLabel = "VERB")
public final class LogVerb {}
