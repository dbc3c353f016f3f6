package io.shiporskip.query.projecting.rebuild;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a rebuild is; the last two are its ends. */
public enum RebuildState {
    @JsonProperty("requested")
    REQUESTED,
    @JsonProperty("filling")
    FILLING,
    @JsonProperty("comparing")
    COMPARING,
    @JsonProperty("swapped")
    SWAPPED,
    @JsonProperty("failed")
    FAILED
}
