package io.shiporskip.query.history;

import io.shiporskip.edge.problem.Problems;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.query.Answer;
import io.shiporskip.query.asking.Addressed;
import io.shiporskip.query.asking.Dated;
import io.shiporskip.query.asking.Reply;
import io.shiporskip.query.projecting.asof.AsOf;
import io.shiporskip.query.tool.Catalogue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened to a tool, as JSON. */
@RestController
class HistoryApi {

    private final HistoryQueries histories;
    private final Catalogue catalogue;

    HistoryApi(HistoryQueries histories, Catalogue catalogue) {
        this.histories = histories;
        this.catalogue = catalogue;
    }

    @GetMapping("/api/tools/{slug}/history")
    ResponseEntity<Dated<HistoryView>> history(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(HistoryQueries.MOST) int limit,
            AsOf asOf,
            HttpServletRequest request) {
        ToolId tool = Addressed.tool(slug);
        if (!catalogue.knows(tool, asOf)) {
            throw Problems.unknownTool(slug);
        }
        Answer<HistoryView> history = histories.history(tool, cursor, limit, asOf);
        return Reply.shared(request, history, asOf);
    }
}
