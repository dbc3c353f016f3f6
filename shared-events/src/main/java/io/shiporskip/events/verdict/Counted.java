package io.shiporskip.events.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a ballot counts: for one of the choices or, withdrawn or set aside, for none. */
public enum Counted {
    @JsonProperty("ship")
    SHIP,
    @JsonProperty("skip")
    SKIP,
    @JsonProperty("none")
    NONE;

    public static Counted as(Choice choice) {
        return switch (choice) {
            case SHIP -> SHIP;
            case SKIP -> SKIP;
        };
    }
}
