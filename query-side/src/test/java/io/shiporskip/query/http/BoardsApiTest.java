package io.shiporskip.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.events.community.CommunityVoteCast;
import io.shiporskip.events.community.VoterId;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.events.verdict.Counted;
import io.shiporskip.query.http.QueryServer.Answer;
import io.shiporskip.query.sample.TwoTools;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Windows, trending, fragility and what-if over HTTP, from a log whose days are known. */
@SuppressWarnings("NullAway.Init")
class BoardsApiTest {

    private static final String ALL = "/api/leaderboards/all";

    @TempDir
    private static Path data;

    private static QueryServer server;
    private static long lastYear;
    private static long head;

    @BeforeAll
    static void start() {
        server = new QueryServer(data);
        server.log.append(TwoTools.EVENTS, Instant.parse("2024-06-01T08:00:00Z"));
        lastYear = vote(TwoTools.SMOL, 0, 4, Counted.SKIP, "2024-12-30T10:00:00Z");
        vote(TwoTools.SMOL, 10, 3, Counted.SHIP, "2025-01-02T10:00:00Z");
        vote(TwoTools.GATEWAY, 20, 5, Counted.SHIP, "2025-05-05T10:00:00Z");
        vote(TwoTools.GATEWAY, 30, 2, Counted.SKIP, "2025-05-13T10:00:00Z");
        head = vote(TwoTools.SMOL, 40, 1, Counted.SHIP, "2025-05-14T10:00:00Z");
    }

    @AfterAll
    static void stop() {
        List<String> scans = server.scans();
        server.close();
        assertThat(scans).as("queries that no index served").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"all,4,4,5,2", "year,4,0,5,2", "month,1,0,5,2", "week,1,0,0,2"})
    void aWindowCountsTheBallotsLastChangedInIt(
            String window, long smolShips, long smolSkips, long gatewayShips, long gatewaySkips) throws Exception {
        JsonNode board = board("?window=" + window);

        assertThat(votes(board, TwoTools.SMOL)).containsExactly(smolShips, smolSkips);
        assertThat(votes(board, TwoTools.GATEWAY)).containsExactly(gatewayShips, gatewaySkips);
        assertThat(board.path("window").asString()).isEqualTo(window);
    }

    @Test
    void aWeekReachesBackOverTheTurnOfTheYearAsOfThen() throws Exception {
        long position = lastYear + 3;
        JsonNode week = server.get(ALL + "?window=week&asOf=" + position).json();
        JsonNode year = server.get(ALL + "?window=year&asOf=" + position).json();

        assertThat(votes(week, TwoTools.SMOL)).containsExactly(3L, 4L);
        assertThat(votes(year, TwoTools.SMOL)).containsExactly(3L, 0L);
        assertThat(week.path("from").asString()).isEqualTo("2024-12-30T00:00:00Z");
        assertThat(week.path("asOf").path("position").asLong()).isEqualTo(position);
    }

    @Test
    void trendingWeighsVotesByTheirAgeAtThePositionsTime() throws Exception {
        JsonNode board = board("?by=trending");

        assertThat(entry(board, TwoTools.SMOL).path("trending").asDouble()).isEqualTo(1);
        // Two skips of a day before; the ships of nine days before weigh nothing.
        assertThat(entry(board, TwoTools.GATEWAY).path("trending").asDouble()).isEqualTo(-1);
        assertThat(board.path("entries").path(0).path("rank").asInt()).isEqualTo(1);
    }

    @Test
    void aBoardAtThePresentIsTheBoardAsOfItsPosition() throws Exception {
        for (String query : List.of("by=trending", "window=week", "by=community&window=month", "fragility=true")) {
            JsonNode now = board("?" + query);
            JsonNode then = server.get(ALL + "?" + query + "&asOf=" + head).json();

            assertThat(then.path("entries")).as(query).isEqualTo(now.path("entries"));
        }
    }

    @Test
    void fragilityIsSaidWhereItIsAskedFor() throws Exception {
        JsonNode fragility = entry(board("?fragility=true"), TwoTools.SMOL).path("fragility");

        assertThat(fragility.path("rank").path(0).path("kind").asString()).isEqualTo("ballots");
        assertThat(fragility.path("rank").path(0).path("ballots").asLong()).isPositive();
        assertThat(fragility.path("communityVerdict").path("ballots").asLong()).isEqualTo(1);
        assertThat(fragility.path("panelVerdict").path("kind").asString()).isEqualTo("seats");
        assertThat(entry(board(""), TwoTools.SMOL).has("fragility")).isFalse();
    }

    @Test
    void withoutADayItsVotesNeverWere() throws Exception {
        JsonNode board = board("/what-if?withoutDay=2025-05-05&by=community");

        assertThat(board.path("removedEvents").asLong()).isEqualTo(5);
        assertThat(board.path("refoldedBallots").asLong()).isEqualTo(5);
        assertThat(votes(board, TwoTools.GATEWAY)).containsExactly(0L, 2L);
        assertThat(board.path("moved").asLong()).isEqualTo(2);
        assertThat(entry(board, TwoTools.SMOL).path("movement").asInt()).isEqualTo(1);
        assertThat(votes(board("/what-if?withoutDay=2025-05-13&window=week"), TwoTools.GATEWAY))
                .containsExactly(0L, 0L);
    }

    @Test
    void nothingChangedMovesNobodyAndNothingIsWritten() throws Exception {
        JsonNode board = board("/what-if");

        assertThat(board.path("moved").asLong()).isZero();
        assertThat(board.path("entries"))
                .allSatisfy(entry -> assertThat(entry.path("value").asDouble())
                        .isEqualTo(entry.path("valueWas").asDouble()));
        assertThat(board.path("position").asLong()).isEqualTo(head);
    }

    @Test
    void theMinimumOfVotesAndASeatAreLeftOut() throws Exception {
        JsonNode few = board("/what-if?minimumVotes=8");
        assertThat(entry(few, TwoTools.GATEWAY).has("rank")).isFalse();
        assertThat(entry(few, TwoTools.GATEWAY).path("was").asInt()).isPositive();
        assertThat(entry(board("/what-if?withoutSeat=builder"), TwoTools.SMOL)
                        .path("takes")
                        .asInt())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "/what-if?z=11,z",
        "/what-if?z=NaN,z",
        "/what-if?priorTakes=-1,priorTakes",
        "/what-if?evenVotes=1.5,evenVotes",
        "/what-if?halfLife=0,halfLife",
        "/what-if?minimumVotes=99999999999999999999,minimumVotes",
        "/what-if?withoutSeat=janitor,withoutSeat",
        "/what-if?withoutDay=2026-02-30,withoutDay",
        "?by=trending&window=week,window",
        "?window=fortnight,window",
        "?by=luck,by"
    })
    void whatIsOutOfRangeIsNamed(String query, String field) throws Exception {
        Answer answer = server.get(ALL + query);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("invalid");
        assertThat(answer.field()).isEqualTo(field);
    }

    private static long vote(ToolId tool, int firstVoter, int votes, Counted choice, String time) {
        var events = new ArrayList<CommunityVoteCast>();
        for (int voter = firstVoter; voter < firstVoter + votes; voter++) {
            events.add(new CommunityVoteCast(
                    tool, new VoterId("%032x".formatted(voter)), choice, Counted.NONE, choice, null));
        }
        return server.log.append(events, Instant.parse(time));
    }

    private static JsonNode board(String query) throws Exception {
        Answer answer = server.get(ALL + query + (query.contains("?") ? "&" : "?") + "atLeast=" + head);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode entry(JsonNode board, ToolId tool) {
        return board.path("entries")
                .valueStream()
                .filter(entry -> entry.path("slug").asString().equals(tool.slug()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Long> votes(JsonNode board, ToolId tool) {
        JsonNode entry = entry(board, tool);
        return List.of(entry.path("ships").asLong(), entry.path("skips").asLong());
    }
}
