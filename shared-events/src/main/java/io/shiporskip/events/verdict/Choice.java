package io.shiporskip.events.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What one person decides about a tool, in a vote or in a panel take. */
public enum Choice {
    @JsonProperty("ship")
    SHIP,
    @JsonProperty("skip")
    SKIP
}
