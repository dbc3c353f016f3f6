package io.shiporskip.query.tool;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the catalogue.
 *
 * @param tools listed ones, by slug
 * @param position how far the model had folded
 * @param next cursor of the next page; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ToolList(List<ToolView> tools, long position, @Nullable String next) {}
