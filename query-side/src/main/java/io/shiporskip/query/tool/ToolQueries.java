package io.shiporskip.query.tool;

import io.shiporskip.events.tool.Category;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.query.Answer;
import java.util.List;
import java.util.Optional;

/** What pages and the JSON API ask of the catalogue. */
public interface ToolQueries {

    /** One tool, withdrawn ones too; empty when no tool was ever listed under this slug. */
    Optional<Answer<ToolView>> tool(ToolId slug);

    /** The categories that hold a listed tool, by name. */
    List<Category> categories();
}
