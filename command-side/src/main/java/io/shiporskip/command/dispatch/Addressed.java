package io.shiporskip.command.dispatch;

import io.shiporskip.edge.problem.Problems;
import io.shiporskip.events.comparison.ComparisonId;
import io.shiporskip.events.tool.ToolId;

/** What a path names. A name that could never have been given is as unknown as one that never was. */
public final class Addressed {

    private Addressed() {}

    /** @throws io.shiporskip.edge.problem.ProblemException 404 when no tool can have this slug */
    public static ToolId tool(String slug) {
        if (!ToolId.isSlug(slug)) {
            throw Problems.unknownTool(slug);
        }
        return new ToolId(slug);
    }

    /** @throws io.shiporskip.edge.problem.ProblemException 404 when no pair of tools can have this address */
    public static ComparisonId comparison(String slug) {
        try {
            return ComparisonId.parse(slug);
        } catch (IllegalArgumentException _) {
            throw Problems.notFound("A comparison is two different slugs joined by '-vs-', not '" + slug + "'");
        }
    }
}
