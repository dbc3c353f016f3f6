package io.shiporskip.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.events.DomainEvent;
import io.shiporskip.query.sample.TwoTools;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A tool whose events lie far apart in the log, with stretches between them in which nothing happened to it. */
class LongHistoryTest {

    private static final int EVENTS = 12_400;
    private static final List<Long> VOTES = List.of(4_095L, 4_096L, 8_191L, 8_193L, 12_290L);

    @Test
    void everyPageGoesOnWhereTheLastOneEndedHoweverFarThatIs(@TempDir Path data) throws Exception {
        try (var server = new QueryServer(data)) {
            long head = server.log.append(events());

            assertThat(positions(server, "limit=2&atLeast=" + head)).isEqualTo(votesUpTo(head));
            for (long asOf : new long[] {8_191, 8_192, 12_289, 12_290}) {
                assertThat(positions(server, "limit=50&asOf=" + asOf)).isEqualTo(votesUpTo(asOf));
            }
        }
    }

    private static List<DomainEvent> events() {
        var events = new ArrayList<DomainEvent>(TwoTools.EVENTS);
        for (long position = events.size() + 1L; position <= EVENTS; position++) {
            events.add(TwoTools.ship(VOTES.contains(position) ? TwoTools.SMOL : TwoTools.GATEWAY, (int) position));
        }
        return events;
    }

    private static List<Long> votesUpTo(long position) {
        return VOTES.reversed().stream().filter(vote -> vote <= position).toList();
    }

    /** Those after the two tools were listed and reviewed. */
    private static List<Long> positions(QueryServer server, String asked) throws Exception {
        var positions = new ArrayList<Long>();
        String next = "";
        do {
            JsonNode page = server.get(
                            "/api/tools/smolvlm2-turbo/history?" + asked + (next.isEmpty() ? "" : "&cursor=" + next))
                    .json();
            page.path("entries")
                    .valueStream()
                    .mapToLong(entry -> entry.path("position").asLong())
                    .forEach(positions::add);
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return positions.stream()
                .filter(position -> position > TwoTools.EVENTS.size())
                .toList();
    }
}
