package io.shiporskip.log.axon;

/**
 * How one kind of event is written.
 *
 * @param name its stable name
 * @param revision the one written today; a payload of another revision must be upcast before it is read
 * @param type the class it is read into
 */
public record EventTypeName(String name, String revision, Class<?> type) {}
