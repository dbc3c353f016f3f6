package io.shiporskip.command.sample;

import io.shiporskip.command.panel.TakeRequest;
import io.shiporskip.command.tool.ListToolRequest;
import io.shiporskip.events.comparison.ComparisonId;
import io.shiporskip.events.panel.Seat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code sample.json} holds: two real tools, with what is known of them, and 22 made-up ones.
 *
 * @param comparisons to publish; the last of them is the last event of the sample, and tells that it is complete
 */
record Sample(List<SampleTool> tools, List<ComparisonId> comparisons) {

    /**
     * One tool with its takes and votes.
     *
     * @param ships how many made-up visitors vote ship
     * @param skips how many vote skip
     */
    record SampleTool(ListToolRequest tool, int ships, int skips, Map<Seat, TakeRequest> takes) {}

    static Sample read() {
        try (InputStream json = Sample.class.getResourceAsStream("sample.json")) {
            return JsonMapper.builder().build().readValue(Objects.requireNonNull(json), Sample.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
