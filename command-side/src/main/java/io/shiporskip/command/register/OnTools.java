package io.shiporskip.command.register;

import io.shiporskip.events.tool.ToolId;
import java.util.List;

/** A command about tools that its own stream cannot see: each of them must be listed before it is decided. */
public interface OnTools {

    List<ToolId> tools();

    /** Whether it is enough that the tools were listed once. */
    default boolean evenWithdrawn() {
        return false;
    }
}
