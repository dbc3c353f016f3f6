package io.shiporskip.edge;

import io.shiporskip.edge.access.Actor;
import io.shiporskip.edge.access.Requires;
import io.shiporskip.edge.access.Role;
import io.shiporskip.edge.condition.Etags;
import io.shiporskip.edge.condition.IfMatch;
import io.shiporskip.edge.form.Back;
import io.shiporskip.edge.visitor.Visitors;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.events.verdict.Choice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** As little of an application as shows all of the edge. */
@SpringBootApplication(scanBasePackageClasses = EdgeApplication.Scanned.class)
@Import({HttpEdge.class, EdgeApplication.Endpoints.class})
class EdgeApplication {

    /** Keeps the component scan off: what is imported is all there is. */
    static final class Scanned {}

    record Take(
            @NotNull @Min(0) @Max(100) Integer score,
            @NotNull Choice verdict,
            @NotBlank String take) {}

    record Vote(@Nullable Choice choice, @Nullable ToolId tool) {}

    @RestController
    static class Endpoints {

        private final Visitors visitors;

        Endpoints(Visitors visitors) {
            this.visitors = visitors;
        }

        @GetMapping("/api/open")
        Map<String, String> open() {
            return Map.of("actor", Actor.current().name());
        }

        @PostMapping("/api/tools")
        @Requires(Role.EDITOR)
        Map<String, String> edit(@RequestBody @Valid Take take) {
            return Map.of("actor", Actor.current().name());
        }

        @PostMapping("/api/rebuilds")
        @Requires(Role.OPERATOR)
        Map<String, String> rebuild() {
            return Map.of("actor", Actor.current().name());
        }

        @PutMapping("/api/takes/{seat}")
        @Requires(Role.SEAT)
        Map<String, String> submit(@PathVariable String seat, @RequestBody @Valid Take take) {
            return Map.of("actor", Actor.current().name());
        }

        @GetMapping("/api/me")
        Map<String, String> me(HttpServletRequest request, HttpServletResponse response) {
            return voter(visitors.ofOrIssue(request, response).value(), request);
        }

        @PutMapping("/api/me")
        Map<String, String> vote(HttpServletRequest request, @RequestBody Vote vote) {
            return voter(visitors.require(request).value(), request);
        }

        @DeleteMapping("/api/me")
        Map<String, String> withdraw(HttpServletRequest request) {
            return voter(visitors.require(request).value(), request);
        }

        private Map<String, String> voter(String visitor, HttpServletRequest request) {
            var id = visitors.of(request);
            return Map.of(
                    "visitor", visitor,
                    "onA",
                            id.map(v -> visitors.voter(v, new ToolId("a")).hash())
                                    .orElse(""),
                    "onB",
                            id.map(v -> visitors.voter(v, new ToolId("b")).hash())
                                    .orElse(""));
        }

        @GetMapping("/api/numbers")
        long number(@RequestParam @Min(1) int limit, @RequestParam(required = false) @Nullable Long after) {
            return limit;
        }

        @PutMapping("/api/conditional")
        ResponseEntity<String> conditional(HttpServletRequest request) {
            IfMatch.of(request).check(12);
            return ResponseEntity.ok().eTag(Etags.etag(13)).body("changed");
        }

        @GetMapping(value = "/api/csv", produces = "text/csv")
        String csv() {
            return "a,b";
        }

        @GetMapping("/api/broken")
        String broken() {
            throw new IllegalStateException("the password is swordfish");
        }

        @GetMapping("/api/breaks-off")
        void breaksOff(HttpServletResponse response) throws IOException {
            response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
            response.getOutputStream().println("1");
            response.flushBuffer();
            throw new IllegalStateException("the password is swordfish");
        }

        @PostMapping(value = "/tools/{slug}/vote", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
        ResponseEntity<Void> form(HttpServletRequest request, @RequestParam Choice choice) {
            visitors.require(request);
            return ResponseEntity.status(303)
                    .location(Back.of(request).with("atLeast", 7))
                    .build();
        }

        @GetMapping("/page")
        String page() {
            throw io.shiporskip.edge.problem.Problems.unknownTool("none");
        }
    }
}
