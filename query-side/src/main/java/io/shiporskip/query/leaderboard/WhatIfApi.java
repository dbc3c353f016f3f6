package io.shiporskip.query.leaderboard;

import io.shiporskip.edge.problem.FieldProblem;
import io.shiporskip.edge.problem.Problems;
import io.shiporskip.query.asking.Dated;
import io.shiporskip.query.asking.Reply;
import io.shiporskip.query.leaderboard.BoardQuestion.FragilityWanted;
import io.shiporskip.query.leaderboard.ranking.RankedBy;
import io.shiporskip.query.leaderboard.whatif.WhatIf;
import io.shiporskip.query.leaderboard.whatif.WhatIfForm;
import io.shiporskip.query.projecting.asof.AsOf;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Boards that might be, as JSON. */
@RestController
class WhatIfApi {

    private final WhatIfQueries whatIfs;

    WhatIfApi(WhatIfQueries whatIfs) {
        this.whatIfs = whatIfs;
    }

    @Operation(
            summary = "The board that would be, with each tool's movement",
            description =
                    "The formula with other parameters, without a seat, or without what happened on one day. Worked out from the log when it is asked for, two at once, and written nowhere.")
    @GetMapping("/api/leaderboards/{category}/what-if")
    ResponseEntity<Dated<WhatIfView>> board(
            @PathVariable String category,
            @RequestParam(defaultValue = "overall") String by,
            @RequestParam(defaultValue = "all") String window,
            @ParameterObject WhatIfForm form,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            AsOf asOf,
            HttpServletRequest request) {
        RankedBy rankedBy = BoardParameters.by(by);
        List<FieldProblem> problems = new ArrayList<>();
        WhatIf whatIf = form.read(problems);
        if (!problems.isEmpty()) {
            throw Problems.invalid(problems);
        }
        var question = new BoardQuestion(
                category, rankedBy, BoardParameters.window(window, rankedBy), FragilityWanted.NO, cursor, limit, asOf);
        return whatIfs.board(question, whatIf)
                .map(answer -> Reply.shared(request, answer, asOf))
                .orElseThrow(() -> Problems.notFound("No tool is listed in the category '" + category + "'"));
    }
}
