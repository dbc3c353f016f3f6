package io.shiporskip.events.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.events.DomainEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every event stands as a committed JSON sample, and the sample still reads and writes to the same bytes. A change that
 * breaks this breaks the reading of logs that exist.
 */
class EventSamplesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<EventType> catalogue() {
        return EventCatalogue.types().stream();
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void theApprovedSampleReadsAndWritesBackToTheSameBytes(EventType type) {
        String approved = sample(type);

        DomainEvent event = JSON.readValue(approved, type.type());

        assertThat(JSON.writeValueAsString(event)).isEqualTo(approved);
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void anEventNamesTheStreamItBelongsTo(EventType type) {
        DomainEvent event = JSON.readValue(sample(type), type.type());

        assertThat(event.stream()).matches("(tool|panel|ballot|comparison):.+").contains("smolvlm2-turbo");
    }

    @Test
    void everyPermittedEventIsInTheCatalogueOnce() {
        var names = new HashSet<String>();
        EventCatalogue.types()
                .forEach(type -> assertThat(names.add(type.name())).isTrue());

        assertThat(EventCatalogue.types().stream().<Object>map(EventType::type))
                .containsExactlyInAnyOrderElementsOf(sealedEvents().toList());
    }

    private static Stream<Object> sealedEvents() {
        return Stream.of(
                        io.shiporskip.events.tool.ToolEvent.class,
                        io.shiporskip.events.panel.PanelEvent.class,
                        io.shiporskip.events.community.BallotEvent.class,
                        io.shiporskip.events.comparison.ComparisonEvent.class)
                .flatMap(family -> Stream.of(family.getPermittedSubclasses()));
    }

    private static String sample(EventType type) {
        String file = "/events/" + type.name() + "-" + type.revision() + ".json";
        try (InputStream in = EventSamplesTest.class.getResourceAsStream(file)) {
            assertThat(in).as("approved sample %s", file).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
