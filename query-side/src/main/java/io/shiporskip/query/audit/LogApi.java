package io.shiporskip.query.audit;

import io.shiporskip.edge.condition.Etags;
import io.shiporskip.edge.problem.Problems;
import io.shiporskip.query.Answer;
import io.shiporskip.query.asking.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The log over HTTP. */
@RestController
class LogApi {

    private static final String NDJSON = "application/x-ndjson";
    private static final int CHUNK = 500;
    private static final byte[] LINE_END = {'\n'};

    private final AuditLog log;
    private final JsonMapper json;

    LogApi(AuditLog log, JsonMapper json) {
        this.log = log;
        this.json = json;
    }

    @GetMapping("/api/log/head")
    ResponseEntity<HeadView> head(HttpServletRequest request) {
        HeadView head = HeadView.of(log.head());
        return Reply.shared(request, new Answer<>(head, head.position()));
    }

    /** Events in log order, one a line, written as they are read. To go on: {@code after} the last position received. */
    @GetMapping("/api/events")
    void events(
            @RequestParam(defaultValue = "0") @Min(0) long after,
            @RequestParam(defaultValue = "1000") @Min(1) @Max(10_000) int limit,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        long head = log.head().position();
        if (after > head) {
            throw Problems.futurePosition("after", after, head);
        }
        long last = Math.min(head, after + limit);
        response.setContentType(NDJSON);
        response.setHeader(HttpHeaders.ETAG, Etags.etag(last));
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                CacheControl.noCache().cachePublic().getHeaderValue());
        if (Etags.noneMatch(request.getHeader(HttpHeaders.IF_NONE_MATCH), last)) {
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
        } else {
            write(after, last, response.getOutputStream());
        }
    }

    private void write(long after, long last, OutputStream out) throws IOException {
        long at = after;
        while (at < last) {
            for (EventView event : log.between(at, last, CHUNK)) {
                out.write(json.writeValueAsBytes(event));
                out.write(LINE_END);
                at = event.position();
            }
            out.flush();
        }
    }
}
