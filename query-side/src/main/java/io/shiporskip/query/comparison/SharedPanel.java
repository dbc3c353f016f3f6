package io.shiporskip.query.comparison;

import io.shiporskip.events.comparison.ComparisonId;
import io.shiporskip.events.panel.Seat;
import io.shiporskip.query.panel.PanelView;
import io.shiporskip.query.panel.TakeView;
import io.shiporskip.query.tool.ToolView;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the seats that judged both tools say of each: an empty seat must not pass for a verdict. */
record SharedPanel(List<Seat> seats, SharedMeans means) {

    static SharedPanel of(PanelView left, PanelView right) {
        List<Seat> both = Stream.of(Seat.values())
                .filter(seat ->
                        left.takeOf(seat).isPresent() && right.takeOf(seat).isPresent())
                .toList();
        return new SharedPanel(both, new SharedMeans(mean(left, both), mean(right, both)));
    }

    ComparisonView compare(ComparisonId pair, ToolView left, ToolView right, boolean published, long position) {
        return new ComparisonView(pair, left, right, seats, means, published, position);
    }

    private static @Nullable Double mean(PanelView panel, Collection<Seat> seats) {
        if (seats.isEmpty()) {
            return null;
        }
        int sum = panel.takes().stream()
                .filter(take -> seats.contains(take.seat()))
                .mapToInt(TakeView::score)
                .sum();
        return (double) sum / seats.size();
    }
}
