package io.shiporskip.query.asking;

import io.shiporskip.edge.problem.Problems;
import io.shiporskip.events.tool.ToolId;

/** What an address names. */
public final class Addressed {

    private Addressed() {}

    /** @throws io.shiporskip.edge.problem.ProblemException unknown-tool (404) when no tool could have this slug */
    public static ToolId tool(String slug) {
        if (!ToolId.isSlug(slug)) {
            throw Problems.unknownTool(slug);
        }
        return new ToolId(slug);
    }
}
