package io.shiporskip.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.acceptance.product.Http;
import io.shiporskip.acceptance.product.Product;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 10,000 votes from 5,000 visitors on 24 tools while the product is killed three times: every vote that was acknowledged
 * is in the tally once, the tally is what the log folds to, and a rebuild comes to the same.
 */
class TenThousandVotesTest {

    private static final int VISITORS = 5_000;
    private static final int VOTES_EACH = 2;
    private static final int KILLS = 3;

    @Test
    void everyAcknowledgedVoteIsCountedOnceThroughThreeKills(@TempDir Path folder) throws IOException {
        try (Product product = Product.start(folder.resolve("data"))) {
            Http http = product.http();
            List<String> tools = Tallies.tools(http);
            assertThat(tools).hasSize(24);
            Map<String, Tally> before = Tallies.shown(http, tools);

            Electorate electorate = new Electorate(http, tools, VISITORS, VOTES_EACH);
            electorate.start();
            for (int kill = 1; kill <= KILLS; kill++) {
                electorate.awaitAcknowledged(kill * VISITORS * VOTES_EACH / (KILLS + 1));
                electorate.serverIsGone();
                product.kill();
                product.startAgain();
                electorate.serverIsBack();
            }
            Map<String, Tally> cast = electorate.awaitAll();

            assertThat(electorate.acknowledged()).isEqualTo(VISITORS * VOTES_EACH);
            Map<String, Tally> expected = new TreeMap<>(before);
            cast.forEach((tool, tally) -> expected.merge(tool, tally, Tally::plus));
            assertThat(Tallies.shown(http, tools)).isEqualTo(expected);
            assertThat(Tallies.folded(http, tools)).isEqualTo(expected);

            Product.Verb rebuild = product.verb("rebuild");
            assertThat(rebuild.exitCode()).as(rebuild.output()).isZero();
            assertThat(rebuild.output()).contains("equal").doesNotContain("differs");
            assertThat(Tallies.shown(http, tools)).isEqualTo(expected);

            Product.Verb verified = product.verb("log", "verify");
            assertThat(verified.exitCode()).as(verified.output()).isZero();
        }
    }
}
