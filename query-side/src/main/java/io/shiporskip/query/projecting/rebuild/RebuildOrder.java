package io.shiporskip.query.projecting.rebuild;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an operator wants of a rebuild. */
public enum RebuildOrder {
    @JsonProperty("run")
    RUN,
    @JsonProperty("pause")
    PAUSE,
    @JsonProperty("cancel")
    CANCEL
}
