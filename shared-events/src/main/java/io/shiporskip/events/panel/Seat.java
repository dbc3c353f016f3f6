package io.shiporskip.events.panel;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A place on the expert panel; each may give one take per tool. The order here is the order in which pages show them. */
public enum Seat {
    @JsonProperty("builder")
    BUILDER,
    @JsonProperty("skeptic")
    SKEPTIC,
    @JsonProperty("futurist")
    FUTURIST,
    @JsonProperty("founder")
    FOUNDER,
    @JsonProperty("pm")
    PM
}
