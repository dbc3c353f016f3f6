package io.shiporskip.command.tool;

import io.shiporskip.command.Command;
import io.shiporskip.events.tool.ToolId;

/** What an editor may ask for about a tool's entry. */
public sealed interface ToolCommand extends Command permits ListTool, ReviseToolDetails, WithdrawTool, RelistTool {

    ToolId tool();

    @Override
    default String stream() {
        return tool().stream();
    }
}
