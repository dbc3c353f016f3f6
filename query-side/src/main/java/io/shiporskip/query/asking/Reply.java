package io.shiporskip.query.asking;

import io.shiporskip.edge.condition.Etags;
import io.shiporskip.query.Answer;
import io.shiporskip.query.projecting.asof.AsOf;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * An answer over HTTP: with its entity tag, or 304 when the asker has it already. One that is not settled has no tag and
 * is always sent.
 */
public final class Reply {

    /**
     * How long an answer of the past is taken without a question. What it says never changes; how it is said may with the
     * next program, which a cache should learn within a day.
     */
    private static final Duration PAST = Duration.ofDays(1);

    private Reply() {}

    /** What everybody may see; a cache may keep it, and asks again each time. */
    public static <T> ResponseEntity<T> shared(HttpServletRequest request, Answer<T> answer) {
        return reply(request, answer, CacheControl.noCache().cachePublic());
    }

    /** What everybody may see, as of a moment. The tag of a past answer is worked out from its bytes, by a filter. */
    public static <T> ResponseEntity<Dated<T>> shared(HttpServletRequest request, Answer<T> answer, AsOf asOf) {
        AsOf.Position past = asOf.past();
        var dated = new Dated<>(answer.view(), past);
        return past == null
                ? shared(request, new Answer<>(dated, answer.changedAt(), answer.position()))
                : ResponseEntity.ok().cacheControl(ofPast(request, past)).body(dated);
    }

    /** What only this visitor may see. */
    public static <T> ResponseEntity<T> personal(HttpServletRequest request, Answer<T> answer) {
        return reply(request, answer, CacheControl.noCache().cachePrivate());
    }

    /**
     * How long an answer of the past may be kept. One that is not fixed yet is asked for anew each time, and so is one
     * that leaves an event out, which a rebuild puts right.
     */
    static CacheControl ofPast(HttpServletRequest request, AsOf.Position past) {
        return past.fixed() && OpenedModels.of(request).incomplete().isEmpty()
                ? CacheControl.maxAge(PAST).cachePublic().immutable()
                : CacheControl.noCache().cachePublic();
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
