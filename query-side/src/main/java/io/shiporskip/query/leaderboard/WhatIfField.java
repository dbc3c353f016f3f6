package io.shiporskip.query.leaderboard;

import io.shiporskip.query.leaderboard.whatif.WhatIf;
import io.shiporskip.query.leaderboard.whatif.WhatIfForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A number of the formula as a field of the what-if form. */
public record WhatIfField(
        String name, String label, String help, String least, String most, String step, String value) {

    static List<WhatIfField> of(WhatIfForm form) {
        WhatIf is = WhatIf.AS_IT_IS;
        return List.of(
                whole(
                        "priorTakes",
                        "Prior takes",
                        "Takes at the board’s mean that each tool is given.",
                        0,
                        100,
                        is.priorTakes(),
                        form.priorTakes()),
                whole(
                        "evenVotes",
                        "Even votes",
                        "Votes that weigh as much as the panel.",
                        0,
                        100_000,
                        is.evenVotes(),
                        form.evenVotes()),
                new WhatIfField(
                        "z",
                        "z",
                        "How sure, in standard deviations. Boards have " + is.z() + ".",
                        "0",
                        "10",
                        "any",
                        value(form.z(), is.z())),
                whole(
                        "minimumVotes",
                        "Minimum votes",
                        "With fewer, a tool is unranked.",
                        0,
                        1_000_000,
                        is.minimumVotes(),
                        form.minimumVotes()),
                whole(
                        "halfLife",
                        "Half-life, hours",
                        "Of a vote, where trending ranks.",
                        1,
                        24,
                        is.halfLife(),
                        form.halfLife()));
    }

    private static WhatIfField whole(
            String name, String label, String help, long least, long most, long is, @Nullable String written) {
        return new WhatIfField(
                name, label, help + " Boards have " + is + ".", "" + least, "" + most, "1", value(written, is));
    }

    private static String value(@Nullable String written, Number is) {
        return written == null || written.isBlank() ? is.toString() : written;
    }
}
