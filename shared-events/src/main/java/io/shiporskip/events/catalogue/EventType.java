package io.shiporskip.events.catalogue;

import io.shiporskip.events.DomainEvent;

/**
 * How one kind of event is written.
 *
 * @param name its stable name, which outlives the class's
 * @param revision the revision written today, from 1; older ones are upcast when read
 */
public record EventType(String name, int revision, Class<? extends DomainEvent> type) {}
