package io.shiporskip.events.tool;

import io.shiporskip.events.DomainEvent;

/** What happens to a tool's entry in the catalogue. */
public sealed interface ToolEvent extends DomainEvent
        permits ToolListed, ToolDetailsRevised, ToolWithdrawn, ToolRelisted {

    ToolId tool();

    @Override
    default String stream() {
        return tool().stream();
    }
}
