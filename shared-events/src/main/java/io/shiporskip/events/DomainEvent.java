package io.shiporskip.events;

/**
 * Something that has happened, told in the past tense and whole: a reader needs nothing but the event, and what it has
 * folded before, to take it in. Every kind stands in {@link io.shiporskip.events.catalogue.EventCatalogue}.
 */
public interface DomainEvent {

    /** The stream (aggregate) this event belongs to, such as {@code tool:smolvlm2-turbo}. */
    String stream();
}
