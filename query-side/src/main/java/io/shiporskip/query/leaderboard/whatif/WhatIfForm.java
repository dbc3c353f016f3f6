package io.shiporskip.query.leaderboard.whatif;

import io.shiporskip.edge.problem.FieldProblem;
import io.shiporskip.events.panel.Seat;
import io.shiporskip.query.leaderboard.window.Decay;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What somebody wrote into the fields of the question, as they wrote it. An empty field is as good as none. */
public record WhatIfForm(
        @Parameter(
                description = "Takes at the board's mean that each tool is given beside its own, 0..100. Boards have 2",
                schema = @Schema(type = "integer", minimum = "0", maximum = "100"))
        @Nullable String priorTakes,

        @Parameter(
                description = "Votes that make the community weigh as much as the panel, 0..100000. Boards have 25",
                schema = @Schema(type = "integer", minimum = "0", maximum = "100000"))
        @Nullable String evenVotes,

        @Parameter(
                description =
                        "How sure the community's number must be, in standard deviations, 0..10. Boards have 1.959964",
                schema = @Schema(type = "number", minimum = "0", maximum = "10"))
        @Nullable String z,

        @Parameter(
                description =
                        "With fewer votes a tool has no community number and no overall one, 0..1000000. Boards have 0",
                schema = @Schema(type = "integer", minimum = "0", maximum = "1000000"))
        @Nullable String minimumVotes,

        @Parameter(
                description = "Half-life of a vote where by is trending, in hours, 1..24. Boards have 24",
                schema = @Schema(type = "integer", minimum = "1", maximum = "24"))
        @Nullable String halfLife,

        @Parameter(
                description = "A seat whose takes do not count",
                schema = @Schema(allowableValues = {"builder", "skeptic", "futurist", "founder", "pm"}))
        @Nullable String withoutSeat,

        @Parameter(
                description =
                        "A UTC day whose votes and takes never were, by the log's time; each ballot and panel they touch is folded again from what remains. At most 20,000 events on that day",
                schema = @Schema(type = "string", format = "date"))
        @Nullable String withoutDay) {

    private static final String SEATS =
            Arrays.stream(Seat.values()).map(WhatIfForm::name).collect(Collectors.joining(", "));

    /** What was asked; a field that does not read is noted as a problem, and is as the boards have it. */
    public WhatIf read(List<FieldProblem> problems) {
        WhatIf is = WhatIf.AS_IT_IS;
        return new WhatIf(
                (int) whole("priorTakes", priorTakes, 0, 100, is.priorTakes(), problems),
                (int) whole("evenVotes", evenVotes, 0, 100_000, is.evenVotes(), problems),
                z(is.z(), problems),
                whole("minimumVotes", minimumVotes, 0, 1_000_000, is.minimumVotes(), problems),
                (int) whole("halfLife", halfLife, 1, Decay.LONGEST_HALF_LIFE, is.halfLife(), problems),
                read(withoutSeat, WhatIfForm::seat, "withoutSeat", "must be one of " + SEATS, problems),
                read(withoutDay, WhatIfForm::day, "withoutDay", "must be a day such as 2026-11-03", problems));
    }

    private double z(double otherwise, List<FieldProblem> problems) {
        Double read = read(z, WhatIfForm::deviations, "z", "must be a number from 0 to 10", problems);
        return read == null ? otherwise : read;
    }

    private static long whole(
            String field, @Nullable String text, long least, long most, long otherwise, List<FieldProblem> problems) {
        String message = "must be a whole number from %,d to %,d".formatted(least, most);
        Long read = read(text, said -> within(Long.parseLong(said), least, most), field, message, problems);
        return read == null ? otherwise : read;
    }

    private static <T> @Nullable T read(
            @Nullable String text,
            Function<String, T> reading,
            String field,
            String message,
            List<FieldProblem> problems) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return reading.apply(text.strip());
        } catch (IllegalArgumentException | DateTimeParseException notOne) {
            problems.add(new FieldProblem(field, message));
            return null;
        }
    }

    private static long within(long number, long least, long most) {
        if (number < least || number > most) {
            throw new IllegalArgumentException("out of range");
        }
        return number;
    }

    private static double deviations(String text) {
        double number = Double.parseDouble(text);
        if (!(number >= 0 && number <= 10)) {
            throw new IllegalArgumentException("out of range");
        }
        return number;
    }

    private static Seat seat(String text) {
        return Arrays.stream(Seat.values())
                .filter(seat -> name(seat).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no seat"));
    }

    /** Years of four digits, so that no day is further away than a log can be. */
    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        within(day.getYear(), 1970, 9999);
        return day;
    }

    private static String name(Seat seat) {
        return seat.name().toLowerCase(Locale.ROOT);
    }
}
