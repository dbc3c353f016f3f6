package io.shiporskip.query.panel;

import io.shiporskip.events.panel.PanelTake;
import io.shiporskip.events.panel.Seat;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The takes that stand on one tool, as stored.
 *
 * @param takes in the order of the seats
 */
public record PanelTakes(List<TakeView> takes) {

    public static final PanelTakes NONE = new PanelTakes(List.of());

    PanelTakes with(Seat seat, PanelTake take, Instant at) {
        var view = new TakeView(seat, take.score(), take.verdict(), take.text(), take.revision(), at);
        return new PanelTakes(Stream.concat(others(seat), Stream.of(view))
                .sorted(Comparator.comparing(TakeView::seat))
                .toList());
    }

    PanelTakes without(Seat seat) {
        return new PanelTakes(others(seat).toList());
    }

    private Stream<TakeView> others(Seat seat) {
        return takes.stream().filter(take -> take.seat() != seat);
    }
}
