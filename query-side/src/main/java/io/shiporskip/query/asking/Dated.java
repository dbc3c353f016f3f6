package io.shiporskip.query.asking;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.shiporskip.query.projecting.asof.AsOf;
import org.jspecify.annotations.Nullable;

/**
 * What is shown, and the moment it was true at.
 *
 * @param view its fields stand beside this one's
 * @param asOf absent for the present
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Dated<T>(@JsonUnwrapped T view, AsOf.@Nullable Position asOf) {}
