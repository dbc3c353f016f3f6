package io.shiporskip.query.pages;

import io.shiporskip.edge.HttpEdge;
import io.shiporskip.edge.problem.Problems;
import io.shiporskip.query.Progress;
import io.shiporskip.query.asking.AskingConfiguration;
import io.shiporskip.query.community.VoteForms;
import io.shiporskip.query.community.VoteLanding;
import io.shiporskip.query.comparison.ComparePage;
import io.shiporskip.query.comparison.ComparisonPage;
import io.shiporskip.query.leaderboard.AboutRankingPage;
import io.shiporskip.query.leaderboard.LeaderboardPage;
import io.shiporskip.query.leaderboard.WhatIfPage;
import io.shiporskip.query.projecting.asof.AsOf;
import io.shiporskip.query.projecting.asof.Moments;
import io.shiporskip.query.tool.ToolPage;
import io.shiporskip.query.web.PageWording;
import io.shiporskip.query.web.StaticFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The pages as an application of their own, to look at and to test. Carries no stereotype, so that no scan of the query
 * side's packages finds it: name it to get it.
 */
@EnableAutoConfiguration
@Import({
    HttpEdge.class,
    LeaderboardPage.class,
    AboutRankingPage.class,
    WhatIfPage.class,
    ToolPage.class,
    ComparisonPage.class,
    ComparePage.class,
    VoteForms.class,
    VoteLanding.class,
    PageWording.class,
    AskingConfiguration.class,
    StaticFiles.class,
    VotePost.class
})
public class PagesWithFixtures {

    /** A position that is in the log and not yet in the models: pages asked for it give up waiting. */
    static final long STUCK = 999_999;

    private static final Instant WRITTEN = Instant.parse("2026-11-01T12:00:07Z");

    public static void main(String[] args) throws IOException {
        System.setProperty(
                "ship-or-skip.data", Files.createTempDirectory("pages").toString());
        SpringApplication.run(PagesWithFixtures.class, args);
    }

    @Bean
    Tally tally() {
        return new Tally();
    }

    @Bean
    Boards boards(Tally tally) {
        return new Boards(tally);
    }

    @Bean
    MightBe mightBe(Boards boards) {
        return new MightBe(boards);
    }

    @Bean
    Pairs pairs(Tally tally) {
        return new Pairs(tally);
    }

    /** Every moment of the made-up past looks like the present. */
    @Bean
    Moments moments(Tally tally) {
        return new Moments() {
            @Override
            public AsOf.Position at(long position) {
                if (position > tally.position()) {
                    throw Problems.futurePosition("asOf", position, tally.position());
                }
                return new AsOf.Position(position, WRITTEN, true);
            }

            @Override
            public AsOf.Position at(Instant instant) {
                return new AsOf.Position(tally.position(), WRITTEN, false);
            }
        };
    }

    @Bean
    Progress progress(Tally tally) {
        return position -> {
            if (position == STUCK) {
                throw Problems.notYet(Duration.ofSeconds(1));
            }
            if (position > tally.position()) {
                throw Problems.futurePosition("atLeast", position, tally.position());
            }
        };
    }
}
