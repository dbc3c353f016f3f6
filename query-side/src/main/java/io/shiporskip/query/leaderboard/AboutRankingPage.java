package io.shiporskip.query.leaderboard;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** How ranking works, in plain words, with the formula and what it cannot do. */
@Controller
public class AboutRankingPage {

    @GetMapping("/about/ranking")
    String ranking() {
        return "leaderboard/about-ranking";
    }
}
