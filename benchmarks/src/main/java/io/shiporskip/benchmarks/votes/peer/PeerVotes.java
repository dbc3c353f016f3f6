package io.shiporskip.benchmarks.votes.peer;

import io.shiporskip.benchmarks.votes.peer.BothStatements.Counts;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The same requests as the product's. A visitor is a random id in a cookie that nobody signed: less work than ours. */
@RestController
class PeerVotes {

    private static final Set<String> CHOICES = Set.of("ship", "skip");

    record Vote(String choice) {}

    private final BothStatements statements;
    private final PeerTuning tuning;

    PeerVotes(BothStatements statements, PeerTuning tuning) {
        this.statements = statements;
        this.tuning = tuning;
    }

    @GetMapping("/api/tools/{slug}/votes/me")
    ResponseEntity<Void> become(@PathVariable String slug) {
        ResponseCookie cookie = ResponseCookie.from("visitor", UUID.randomUUID().toString())
                .path("/")
                .httpOnly(true)
                .build();
        return ResponseEntity.ok().header("Set-Cookie", cookie.toString()).build();
    }

    @PutMapping("/api/tools/{slug}/votes/me")
    Counts vote(@PathVariable String slug, @CookieValue("visitor") UUID visitor, @RequestBody Vote vote) {
        if (!CHOICES.contains(vote.choice())) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "neither ship nor skip");
        }
        List<Counts> counts = tuning.joined()
                ? statements.joined(slug, visitor, vote.choice())
                : statements.oneAfterTheOther(slug, visitor, vote.choice());
        return counts.stream().findFirst().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
