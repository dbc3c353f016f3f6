package io.shiporskip.query.community;

import io.shiporskip.edge.form.Back;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.events.verdict.Choice;
import org.jspecify.annotations.Nullable;

/**
 * A visitor's vote on one tool as a form.
 *
 * @param name the tool's name, for those who hear one form of several
 * @param page path of the page that holds the form, to which the answer leads back
 * @param standing the visitor's choice now; null when there is none
 * @param closed why there is no form, as a sentence; null when there is one
 */
public record VoteForm(
        ToolId tool,
        String name,
        String page,
        @Nullable Choice standing,
        @Nullable String closed) {

    /** Name of the hidden field that holds the page. */
    public String pageField() {
        return Back.FIELD;
    }

    /** Where the form is sent. */
    public String action() {
        return "/tools/" + tool + "/vote";
    }

    /** Whether the visitor's vote stands on this choice, by its name in the form. */
    public boolean stands(String choice) {
        return standing != null && standing.name().equalsIgnoreCase(choice);
    }
}
