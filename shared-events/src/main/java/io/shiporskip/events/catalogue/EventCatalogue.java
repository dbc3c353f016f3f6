package io.shiporskip.events.catalogue;

import io.shiporskip.events.DomainEvent;
import io.shiporskip.events.community.CommunityVoteCast;
import io.shiporskip.events.community.CommunityVoteChanged;
import io.shiporskip.events.community.CommunityVoteInvalidated;
import io.shiporskip.events.community.CommunityVoteRestored;
import io.shiporskip.events.community.CommunityVoteWithdrawn;
import io.shiporskip.events.comparison.ComparisonPublished;
import io.shiporskip.events.comparison.ComparisonWithdrawn;
import io.shiporskip.events.panel.PanelTakeRetracted;
import io.shiporskip.events.panel.PanelTakeRevised;
import io.shiporskip.events.panel.PanelTakeSubmitted;
import io.shiporskip.events.panel.PanelVerdictChanged;
import io.shiporskip.events.tool.ToolDetailsRevised;
import io.shiporskip.events.tool.ToolListed;
import io.shiporskip.events.tool.ToolRelisted;
import io.shiporskip.events.tool.ToolWithdrawn;
import java.util.List;

/**
 * Every kind of event ever written, by its stable name and current revision. A committed sample of every revision must
 * still read; a changed event raises its revision and gets an upcaster.
 */
public final class EventCatalogue {

    private static final List<EventType> TYPES = List.of(
            new EventType("ToolListed", 1, ToolListed.class),
            new EventType("ToolDetailsRevised", 1, ToolDetailsRevised.class),
            new EventType("ToolWithdrawn", 1, ToolWithdrawn.class),
            new EventType("ToolRelisted", 1, ToolRelisted.class),
            new EventType("PanelTakeSubmitted", 1, PanelTakeSubmitted.class),
            new EventType("PanelTakeRevised", 1, PanelTakeRevised.class),
            new EventType("PanelTakeRetracted", 1, PanelTakeRetracted.class),
            new EventType("PanelVerdictChanged", 1, PanelVerdictChanged.class),
            new EventType("CommunityVoteCast", 1, CommunityVoteCast.class),
            new EventType("CommunityVoteChanged", 1, CommunityVoteChanged.class),
            new EventType("CommunityVoteWithdrawn", 1, CommunityVoteWithdrawn.class),
            new EventType("CommunityVoteInvalidated", 1, CommunityVoteInvalidated.class),
            new EventType("CommunityVoteRestored", 1, CommunityVoteRestored.class),
            new EventType("ComparisonPublished", 1, ComparisonPublished.class),
            new EventType("ComparisonWithdrawn", 1, ComparisonWithdrawn.class));

    private EventCatalogue() {}

    public static List<EventType> types() {
        return TYPES;
    }

    /** @throws IllegalArgumentException when the class is not in the catalogue, which is a mistake in the program */
    public static EventType of(Class<? extends DomainEvent> type) {
        return TYPES.stream()
                .filter(known -> known.type() == type)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type.getName() + " is not in the event catalogue"));
    }
}
