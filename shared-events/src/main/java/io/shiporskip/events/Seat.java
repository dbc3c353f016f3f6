package io.shiporskip.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** A place on the expert panel; each seat may give one take per tool. The order is the order in which pages show them. */
public enum Seat {
    BUILDER,
    SKEPTIC,
    FUTURIST,
    FOUNDER,
    PM;
}
