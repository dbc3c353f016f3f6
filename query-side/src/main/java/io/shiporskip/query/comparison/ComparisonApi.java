package io.shiporskip.query.comparison;

import io.shiporskip.edge.problem.Problems;
import io.shiporskip.events.comparison.ComparisonId;
import io.shiporskip.query.asking.Dated;
import io.shiporskip.query.asking.Reply;
import io.shiporskip.query.projecting.asof.AsOf;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Comparisons as JSON. */
@RestController
class ComparisonApi {

    private final Comparisons comparisons;

    ComparisonApi(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    @GetMapping("/api/comparisons")
    ResponseEntity<Dated<ComparisonList>> published(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit,
            AsOf asOf,
            HttpServletRequest request) {
        return Reply.shared(request, comparisons.list(cursor, limit, asOf), asOf);
    }

    /** A pair has one address; asked for the other way round, it says where. */
    @GetMapping("/api/comparisons/{pair}")
    ResponseEntity<Dated<ComparisonView>> comparison(@PathVariable String pair, AsOf asOf, HttpServletRequest request) {
        ComparisonId asked = asked(pair);
        if (!asked.slug().equals(pair)) {
            return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                    .location(address(asked, request.getQueryString()))
                    .build();
        }
        return comparisons
                .comparison(asked, asOf)
                .map(answer -> Reply.shared(request, answer, asOf))
                .orElseThrow(() -> Problems.notFound("One of '" + pair + "' was never listed as a tool"));
    }

    private static URI address(ComparisonId pair, @Nullable String query) {
        return URI.create("/api/comparisons/" + pair.slug() + (query == null ? "" : "?" + query));
    }

    private static ComparisonId asked(String pair) {
        try {
            return ComparisonId.parse(pair);
        } catch (IllegalArgumentException noPair) {
            throw Problems.notFound("'" + pair + "' names no two different tools");
        }
    }
}
