package io.shiporskip.query.tool;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.shiporskip.events.tool.Category;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.query.community.CommunityView;
import io.shiporskip.query.panel.PanelView;
import org.jspecify.annotations.Nullable;

/**
 * One tool as the catalogue, the panel and the community have it.
 *
 * @param sample made up to show the product
 * @param withdrawn no longer in the catalogue: still readable, takes no votes
 * @param position how far the model had folded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ToolView(
        ToolId slug,
        String name,
        String tagline,
        String description,
        Category category,
        String pricing,
        String entryPrice,
        String bestFor,
        @Nullable String website,
        boolean sample,
        boolean withdrawn,
        PanelView panel,
        CommunityView community,
        long position) {}
