package io.shiporskip.query.asking;

import io.shiporskip.edge.condition.Etags;
import io.shiporskip.query.Answer;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * An answer over HTTP: with its entity tag, or 304 when the asker has it already. One that is not settled has no tag and
 * is always sent.
 */
public final class Reply {

    private Reply() {}

    /** What everybody may see; a cache may keep it, and asks again each time. */
    public static <T> ResponseEntity<T> shared(HttpServletRequest request, Answer<T> answer) {
        return reply(request, answer, CacheControl.noCache().cachePublic());
    }

    /** What only this visitor may see. */
    public static <T> ResponseEntity<T> personal(HttpServletRequest request, Answer<T> answer) {
        return reply(request, answer, CacheControl.noCache().cachePrivate());
    }

    private static <T> ResponseEntity<T> reply(HttpServletRequest request, Answer<T> answer, CacheControl cache) {
        if (!answer.settled()) {
            return ResponseEntity.ok().cacheControl(cache).body(answer.view());
        }
        String tag = Etags.etag(answer.changedAt(), OpenedModels.of(request).edition());
        boolean known = Etags.noneMatch(request.getHeader(HttpHeaders.IF_NONE_MATCH), tag);
        var head = ResponseEntity.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(tag)
                .cacheControl(cache);
        return known ? head.build() : head.body(answer.view());
    }
}
