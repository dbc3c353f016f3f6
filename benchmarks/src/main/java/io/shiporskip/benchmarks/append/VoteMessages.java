package io.shiporskip.benchmarks.append;

import io.shiporskip.events.catalogue.EventCatalogue;
import io.shiporskip.events.community.CommunityVoteCast;
import io.shiporskip.events.community.VoterId;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.events.verdict.Counted;
import io.shiporskip.log.axon.EventTypeName;
import io.shiporskip.log.axon.NamedTypeSerializer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import tools.jackson.databind.json.JsonMapper;

/** First votes as Axon's messages, each by a voter of its own, and the serializer that both engines write them with. */
final class VoteMessages {

    /** Made once: what makes votes runs beside what is measured. */
    private static final List<ToolId> TOOLS = IntStream.range(0, 24)
            .mapToObj("measured-%02d"::formatted)
            .map(ToolId::new)
            .toList();

    private static final int VOTER_BYTES = 16;

    private VoteMessages() {}

    static DomainEventMessage<CommunityVoteCast> next() {
        return of(Instant.now());
    }

    /** One cast so many milliseconds after the start of the year 2026. */
    static DomainEventMessage<CommunityVoteCast> at(long millis) {
        return of(Instant.parse("2026-01-01T00:00:00Z").plusMillis(millis));
    }

    private static DomainEventMessage<CommunityVoteCast> of(Instant time) {
        byte[] random = new byte[VOTER_BYTES];
        ThreadLocalRandom.current().nextBytes(random);
        VoterId voter = new VoterId(HexFormat.of().formatHex(random));
        ToolId tool = TOOLS.get((random[0] & 0xff) % TOOLS.size());
        CommunityVoteCast vote = new CommunityVoteCast(tool, voter, Counted.SHIP, Counted.NONE, Counted.SHIP, null);
        return new GenericDomainEventMessage<>(
                "CommunityBallot",
                "ballot:" + tool + ":" + voter,
                0,
                vote,
                Map.of(
                        "actor",
                        "visitor",
                        "command",
                        IdentifierFactory.getInstance().generateIdentifier()),
                IdentifierFactory.getInstance().generateIdentifier(),
                time);
    }

    static NamedTypeSerializer serializer() {
        return new NamedTypeSerializer(
                EventCatalogue.types().stream()
                        .map(type -> new EventTypeName(type.name(), Integer.toString(type.revision()), type.type()))
                        .toList(),
                JsonMapper.builder().build());
    }
}
