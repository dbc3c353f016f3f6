package io.shiporskip.command.register;

import io.shiporskip.command.Refusal;
import io.shiporskip.command.register.ToolRegister.Standing;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.read.LogReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether a tool is listed. The register's yes is enough; before a no, the tool's own stream is read, because the
 * register may be a moment behind. A vote may so still pass in the moment in which its tool is withdrawn.
 */
final class ListedTools {

    private static final int PAGE = 256;

    private final ToolRegister register;
    private final LogReader reader;

    ListedTools(ToolRegister register, LogReader reader) {
        this.register = register;
        this.reader = reader;
    }

    /** @throws Refusal when a tool is unknown, or withdrawn and that matters */
    void require(OnTools command) {
        for (ToolId tool : command.tools()) {
            if (register.of(tool) != Standing.LISTED) {
                requireInLog(tool, command.evenWithdrawn());
            }
        }
    }

    private void requireInLog(ToolId tool, boolean evenWithdrawn) {
        Standing standing = standingInLog(tool);
        if (standing == null) {
            throw new Refusal(Refusal.Reason.UNKNOWN_TOOL, "No tool is listed as '" + tool + "'");
        }
        if (standing == Standing.WITHDRAWN && !evenWithdrawn) {
            throw new Refusal(Refusal.Reason.WITHDRAWN_TOOL, "The tool '" + tool + "' has been withdrawn");
        }
    }

    private @Nullable Standing standingInLog(ToolId tool) {
        Standing standing = null;
        long next = 0;
        List<StoredEvent> page;
        do {
            page = reader.stream(tool.stream(), next, PAGE);
            for (StoredEvent event : page) {
                Standing after = ToolRegister.standingAfter(event.name());
                standing = after == null ? standing : after;
            }
            next += PAGE;
        } while (page.size() == PAGE);
        return standing;
    }
}
