package io.shiporskip.query.tool;

import io.shiporskip.events.tool.Category;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.query.Answer;
import io.shiporskip.query.projecting.asof.AsOf;
import java.util.List;
import java.util.Optional;

/** What pages and the JSON API ask of the catalogue. */
public interface ToolQueries {

    /** One tool, withdrawn ones too; empty when no tool had been listed under this slug. */
    Optional<Answer<ToolView>> tool(ToolId slug, AsOf asOf);

    /** The categories that hold a listed tool at that moment, by name. */
    List<Category> categories(AsOf asOf);
}
