package io.shiporskip.command.comparison;

import io.shiporskip.command.Command;
import io.shiporskip.command.register.OnTools;
import io.shiporskip.events.comparison.ComparisonId;
import io.shiporskip.events.tool.ToolId;
import java.util.List;

/** What an editor may ask for about the list of comparisons. */
public sealed interface ComparisonCommand extends Command, OnTools permits PublishComparison, WithdrawComparison {

    ComparisonId comparison();

    @Override
    default String stream() {
        return comparison().stream();
    }

    @Override
    default List<ToolId> tools() {
        return List.of(comparison().left(), comparison().right());
    }
}
