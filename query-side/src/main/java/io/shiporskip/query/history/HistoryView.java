package io.shiporskip.query.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.query.audit.EventView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what happened to a tool.
 *
 * @param entries newest first
 * @param position how far the model had folded
 * @param next cursor of the page of older ones; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HistoryView(ToolId tool, List<EventView> entries, long position, @Nullable String next) {}
