package io.shiporskip.edge.visitor;

import io.shiporskip.edge.problem.Problems;
import io.shiporskip.edge.secrets.Keyed;
import io.shiporskip.edge.secrets.Secrets;
import io.shiporskip.events.community.VoterId;
import io.shiporskip.events.tool.ToolId;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** Who votes. The query side issues visitors, the command side only recognizes them. */
public final class Visitors {

    private static final int VOTER_BYTES = 16;

    private final Secrets secrets;
    private final VisitorCookie cookie;
    private final NewVisitorLimit limit;
    private final SecureRandom random = new SecureRandom();

    Visitors(Secrets secrets, NewVisitorLimit limit) {
        this.secrets = secrets;
        this.cookie = new VisitorCookie(secrets.visitorKey());
        this.limit = limit;
    }

    /** The visitor of a request, unless it has no cookie that we signed. */
    public Optional<VisitorId> of(HttpServletRequest request) {
        return cookies(request).stream()
                .flatMap(value -> cookie.read(value).stream())
                .findFirst();
    }

    /**
     * The visitor of a request; one without gets a new cookie with the answer.
     *
     * @throws io.shiporskip.edge.problem.ProblemException 429 when the address has become too many visitors this hour
     */
    public VisitorId ofOrIssue(HttpServletRequest request, HttpServletResponse response) {
        return of(request).orElseGet(() -> {
            limit.count(request);
            VisitorId visitor = VisitorId.random(random);
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    cookie.write(visitor, request.isSecure()).toString());
            return visitor;
        });
    }

    /**
     * The visitor of a request that only a visitor may make.
     *
     * @throws io.shiporskip.edge.problem.ProblemException 401 when there is no cookie, or one that we did not sign
     */
    public VisitorId require(HttpServletRequest request) {
        return of(request)
                .orElseThrow(() -> cookies(request).isEmpty() ? Problems.noVisitor() : Problems.forgedVisitor());
    }

    /** The voter that a visitor is on one tool: HMAC-SHA-256 under the voter key, 128 bits of it. */
    public VoterId voter(VisitorId visitor, ToolId tool) {
        byte[] hash = Keyed.hash(secrets.voterKey(), "voter:" + visitor.value() + ":" + tool.slug());
        return new VoterId(HexFormat.of().formatHex(hash, 0, VOTER_BYTES));
    }

    private static List<String> cookies(HttpServletRequest request) {
        Cookie[] all = request.getCookies();
        return all == null
                ? List.of()
                : Arrays.stream(all)
                        .filter(each -> each.getName().equals(VisitorCookie.NAME))
                        .map(Cookie::getValue)
                        .toList();
    }
}
