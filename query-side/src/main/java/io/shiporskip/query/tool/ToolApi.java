package io.shiporskip.query.tool;

import io.shiporskip.edge.problem.Problems;
import io.shiporskip.query.asking.Addressed;
import io.shiporskip.query.asking.Dated;
import io.shiporskip.query.asking.Reply;
import io.shiporskip.query.projecting.asof.AsOf;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue as JSON. */
@RestController
class ToolApi {

    private final Catalogue catalogue;

    ToolApi(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/api/tools")
    ResponseEntity<Dated<ToolList>> tools(
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit,
            AsOf asOf,
            HttpServletRequest request) {
        return Reply.shared(request, catalogue.list(category, cursor, limit, asOf), asOf);
    }

    @GetMapping("/api/tools/{slug}")
    ResponseEntity<Dated<ToolView>> tool(@PathVariable String slug, AsOf asOf, HttpServletRequest request) {
        return catalogue
                .tool(Addressed.tool(slug), asOf)
                .map(answer -> Reply.shared(request, answer, asOf))
                .orElseThrow(() -> Problems.unknownTool(slug));
    }
}
