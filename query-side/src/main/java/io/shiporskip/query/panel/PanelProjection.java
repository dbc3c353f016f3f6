package io.shiporskip.query.panel;

import io.shiporskip.events.panel.PanelEvent;
import io.shiporskip.events.panel.PanelTakeRetracted;
import io.shiporskip.events.panel.PanelTakeRevised;
import io.shiporskip.events.panel.PanelTakeSubmitted;
import io.shiporskip.events.panel.PanelVerdictChanged;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.RecordedEvent;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The panel's takes: one document a tool, by slug. The verdict is not stored, it follows from the takes. */
@Component
public final class PanelProjection implements Projection<PanelTakes> {

    @Override
    public String name() {
        return "panel";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public boolean checkpointed() {
        return true;
    }

    @Override
    public Class<PanelTakes> form() {
        return PanelTakes.class;
    }

    @Override
    public Set<String> touches(RecordedEvent event) {
        return event.payload() instanceof PanelEvent panel && !(panel instanceof PanelVerdictChanged)
                ? Set.of(panel.tool().slug())
                : Set.of();
    }

    @Override
    public PanelTakes fold(@Nullable PanelTakes before, RecordedEvent event) {
        PanelTakes takes = before == null ? PanelTakes.NONE : before;
        return switch ((PanelEvent) event.payload()) {
            case PanelTakeSubmitted submitted -> takes.with(submitted.seat(), submitted.take(), event.time());
            case PanelTakeRevised revised -> takes.with(revised.seat(), revised.take(), event.time());
            case PanelTakeRetracted retracted -> takes.without(retracted.seat());
            case PanelVerdictChanged _ -> takes;
        };
    }
}
