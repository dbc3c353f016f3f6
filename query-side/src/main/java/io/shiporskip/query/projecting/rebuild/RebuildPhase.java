package io.shiporskip.query.projecting.rebuild;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a rebuild, or its part of one projection, is; the last three are its ends. */
public enum RebuildPhase {
    @JsonProperty("requested")
    REQUESTED,
    @JsonProperty("filling")
    FILLING,
    @JsonProperty("paused")
    PAUSED,
    @JsonProperty("comparing")
    COMPARING,
    @JsonProperty("swapping")
    SWAPPING,
    @JsonProperty("swapped")
    SWAPPED,
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("cancelled")
    CANCELLED;

    public boolean isOpen() {
        return compareTo(SWAPPED) < 0;
    }
}
