package io.shiporskip.query.comparison;

import io.shiporskip.events.comparison.ComparisonId;
import io.shiporskip.events.panel.Seat;
import io.shiporskip.query.tool.ToolView;
import java.util.List;

/**
 * Two tools side by side.
 *
 * @param sharedSeats the seats that judged both, in the panel's order
 * @param sharedMeans the mean scores over those seats alone, so that an empty seat does not pass for a verdict
 * @param published whether the pair is on the list of comparisons
 * @param position how far the model had folded
 */
public record ComparisonView(
        ComparisonId slug,
        ToolView left,
        ToolView right,
        List<Seat> sharedSeats,
        SharedMeans sharedMeans,
        boolean published,
        long position) {}
