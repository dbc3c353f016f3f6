package io.shiporskip.query.pages;

import io.shiporskip.edge.form.Back;
import io.shiporskip.edge.visitor.Visitors;
import io.shiporskip.events.community.VoterId;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.events.verdict.Choice;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers the vote form as the command side does: 303 to the page, with the position or the problem. */
@RestController
final class VotePost {

    private final Tally tally;
    private final Visitors visitors;

    VotePost(Tally tally, Visitors visitors) {
        this.tally = tally;
        this.visitors = visitors;
    }

    @PostMapping("/tools/{slug}/vote")
    ResponseEntity<Void> vote(@PathVariable ToolId slug, @RequestParam String choice, HttpServletRequest request) {
        VoterId voter = visitors.voter(visitors.require(request), slug);
        long position = tally.vote(slug, voter, choice(choice));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(Back.of(request).with("atLeast", position))
                .build();
    }

    private static @Nullable Choice choice(String choice) {
        return choice.equals("withdraw") ? null : Choice.valueOf(choice.toUpperCase(Locale.ROOT));
    }
}
