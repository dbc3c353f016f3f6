package io.shiporskip.standalone.verify;

import io.shiporskip.standalone.transfer.LogExportVerb;
import io.shiporskip.standalone.transfer.LogImportVerb;
import picocli.CommandLine.Command;

/** {@code log}: what can be done with the log itself. */
@Command(
        name = "log",
        description = "Looks after the event log.",
        subcommands = {LogVerifyVerb.class, LogExportVerb.class, LogImportVerb.class},
        synopsisSubcommandLabel = "VERB")
public final class LogVerb {}
