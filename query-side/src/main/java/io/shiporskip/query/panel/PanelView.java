package io.shiporskip.query.panel;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.shiporskip.events.panel.Seat;
import io.shiporskip.events.verdict.Choice;
import io.shiporskip.events.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The panel's word on one tool.
 *
 * @param shipPercent ships among all takes, 0..100; absent without takes
 * @param meanScore mean of the scores given, 0..100; absent without takes
 * @param takes in the order of the seats; an empty seat is not among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PanelView(
        Verdict verdict,
        int ships,
        int skips,
        @Nullable Double shipPercent,
        @Nullable Double meanScore,
        List<TakeView> takes) {

    public static PanelView of(PanelTakes panel) {
        List<TakeView> takes = panel.takes();
        int ships = (int) takes.stream()
                .filter(take -> take.verdict() == Choice.SHIP)
                .count();
        int skips = takes.size() - ships;
        int sum = takes.stream().mapToInt(TakeView::score).sum();
        boolean none = takes.isEmpty();
        return new PanelView(
                Verdict.of(ships, skips),
                ships,
                skips,
                none ? null : 100.0 * ships / takes.size(),
                none ? null : (double) sum / takes.size(),
                takes);
    }

    public Optional<TakeView> takeOf(Seat seat) {
        return takes.stream().filter(take -> take.seat() == seat).findFirst();
    }
}
