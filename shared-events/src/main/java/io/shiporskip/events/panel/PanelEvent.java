package io.shiporskip.events.panel;

import io.shiporskip.events.DomainEvent;
import io.shiporskip.events.tool.ToolId;

/** What happens in the panel's review of one tool. */
public sealed interface PanelEvent extends DomainEvent
        permits PanelTakeSubmitted, PanelTakeRevised, PanelTakeRetracted, PanelVerdictChanged {

    ToolId tool();

    @Override
    default String stream() {
        return streamOf(tool());
    }

    /** The stream that holds the panel's review of a tool. */
    static String streamOf(ToolId tool) {
        return "panel:" + tool.slug();
    }
}
