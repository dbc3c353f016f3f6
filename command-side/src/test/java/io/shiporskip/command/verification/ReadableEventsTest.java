package io.shiporskip.command.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.log.StoredEvent;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReadableEventsTest {

    private static final String WITHDRAWN = "{\"tool\":\"pie-chart\"}";

    private final ReadableEvents check = new ReadableEvents();

    @Test
    void anEventAsItIsWrittenReads() {
        assertThat(check.amiss(event("tool:pie-chart", "ToolWithdrawn", "1", WITHDRAWN, "{}")))
                .isEmpty();
    }

    @Test
    void whatDoesNotReadIsSaidInWords() {
        assertThat(check.amiss(event("tool:pie-chart", "ToolWithdrawn", "1", "{\"tool\":", "{}")))
                .hasValueSatisfying(what -> assertThat(what).contains("ToolWithdrawn", "cannot be read"));
        assertThat(check.amiss(event("tool:pie-chart", "ToolWithdrawn", "1", "{\"tool\":\"Not A Slug\"}", "{}")))
                .hasValueSatisfying(what -> assertThat(what).contains("cannot be read"));
        assertThat(check.amiss(event("tool:pie-chart", "ToolPainted", "1", WITHDRAWN, "{}")))
                .hasValueSatisfying(what -> assertThat(what).contains("ToolPainted"));
        assertThat(check.amiss(event("tool:pie-chart", "ToolWithdrawn", "2", WITHDRAWN, "{}")))
                .hasValueSatisfying(what -> assertThat(what).contains("revision 2"));
        assertThat(check.amiss(event("tool:cake", "ToolWithdrawn", "1", WITHDRAWN, "{}")))
                .hasValueSatisfying(what -> assertThat(what).contains("tool:pie-chart", "tool:cake"));
        assertThat(check.amiss(event("tool:pie-chart", "ToolWithdrawn", "1", WITHDRAWN, "[]")))
                .hasValueSatisfying(what -> assertThat(what).contains("not a JSON object"));
        assertThat(check.amiss(event("tool:pie-chart", "ToolWithdrawn", "1", WITHDRAWN, "actor")))
                .hasValueSatisfying(what -> assertThat(what).contains("not JSON"));
    }

    private static StoredEvent event(String stream, String name, String revision, String payload, String meta) {
        return new StoredEvent(
                1, "id", "commit", stream, "Tool", 0, name, revision, Instant.EPOCH, Instant.EPOCH, payload, meta);
    }
}
