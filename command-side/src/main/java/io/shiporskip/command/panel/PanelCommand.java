package io.shiporskip.command.panel;

import io.shiporskip.command.Command;
import io.shiporskip.command.register.OnTools;
import io.shiporskip.events.panel.PanelEvent;
import io.shiporskip.events.panel.Seat;
import io.shiporskip.events.tool.ToolId;
import java.util.List;

/** What the reviewer of one seat may ask for about a listed tool. */
public sealed interface PanelCommand extends Command, OnTools permits SubmitPanelTake, RetractPanelTake {

    ToolId tool();

    Seat seat();

    @Override
    default String stream() {
        return PanelEvent.streamOf(tool());
    }

    @Override
    default List<ToolId> tools() {
        return List.of(tool());
    }
}
