package io.shiporskip.query.operating;

import org.jspecify.annotations.Nullable;

/** Says in a sentence what became of an operator's form, by the code in the page's address. */
final class OperationsNotice {

    private OperationsNotice() {}

    /** Empty when there is nothing to say; a sentence for any code, for the address may be anybody's. */
    static String of(@Nullable String problem, @Nullable String done) {
        if (problem != null) {
            return refused(problem);
        }
        return done == null ? "" : done(done);
    }

    private static String refused(String code) {
        return switch (code) {
            case "wrong-token" -> "This is not the operator’s token. It is the one named “operator” in tokens.json.";
            case "too-many-tries" ->
                "Too many tokens were tried from your network address. Try again in a quarter of an hour.";
            case "unauthorized" -> "Nothing was done: you are not logged in, or no longer. Log in and try again.";
            case "cross-site" -> "Nothing was done: the form came from another site. Use the ones on this page.";
            case "conflict" ->
                "Nothing was done: it was over already, or another rebuild has one of these projections in hand.";
            case "not-found" -> "Nothing was done: there is no such projection or rebuild.";
            case "invalid", "malformed", "too-large" -> "Nothing was done: the form held something that cannot be.";
            case "database-away", "busy" -> "The database does not answer just now. Try again in a moment.";
            default -> "It was not done. Try again; if it fails again, look at the log of the query side.";
        };
    }

    private static String done(String code) {
        return switch (code) {
            case "start" -> "The rebuild is under way. Pages go on reading what is live until it is done.";
            case "pause" -> "The rebuild will rest where it is.";
            case "resume" -> "The rebuild goes on.";
            case "cancel" -> "The rebuild ends, and what it has filled is dropped.";
            case "swap-back" -> "The generation before comes back as soon as it has caught up.";
            case "skip" -> "The event is left out; the projection goes on, marked incomplete until it is rebuilt.";
            case "logout" -> "You are logged out.";
            default -> "";
        };
    }
}
