package io.shiporskip.query.pages;

import io.shiporskip.events.comparison.ComparisonId;
import io.shiporskip.events.panel.Seat;
import io.shiporskip.query.Answer;
import io.shiporskip.query.comparison.ComparisonQueries;
import io.shiporskip.query.comparison.ComparisonView;
import io.shiporskip.query.comparison.SharedMeans;
import io.shiporskip.query.projecting.asof.AsOf;
import io.shiporskip.query.tool.ToolView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Any two tools of the shelf. */
final class Pairs implements ComparisonQueries {

    private final Tally tally;

    Pairs(Tally tally) {
        this.tally = tally;
    }

    @Override
    public Optional<Answer<ComparisonView>> comparison(ComparisonId pair, AsOf asOf) {
        return tally.tool(pair.left(), asOf)
                .flatMap(left -> tally.tool(pair.right(), asOf)
                        .map(right -> new Answer<>(view(pair, left.view(), right.view()), tally.position())));
    }

    private ComparisonView view(ComparisonId pair, ToolView left, ToolView right) {
        List<Seat> shared = Stream.of(Seat.values())
                .filter(seat -> left.panel().takeOf(seat).isPresent()
                        && right.panel().takeOf(seat).isPresent())
                .toList();
        return new ComparisonView(
                pair,
                left,
                right,
                shared,
                new SharedMeans(mean(left, shared), mean(right, shared)),
                true,
                tally.position());
    }

    private static @Nullable Double mean(ToolView tool, List<Seat> seats) {
        var scores = tool.panel().takes().stream()
                .filter(take -> seats.contains(take.seat()))
                .mapToInt(take -> take.score())
                .average();
        return scores.isPresent() ? scores.getAsDouble() : null;
    }

    @Override
    public List<ComparisonId> published(String after, int limit, AsOf asOf) {
        return List.of(ComparisonId.parse("smolvlm2-turbo-vs-vercel-ai-gateway-v0"));
    }
}
