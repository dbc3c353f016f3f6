package io.shiporskip.query.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Mean scores, 0..100, over the seats that judged both tools; absent when no seat did. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SharedMeans(@Nullable Double left, @Nullable Double right) {}
