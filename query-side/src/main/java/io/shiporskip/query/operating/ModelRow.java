package io.shiporskip.query.operating;

import org.jspecify.annotations.Nullable;

/**
 * A projection as an operator’s page shows it; templates call public methods alone.
 *
 * @param documents about how many the live generation has
 * @param perSecond events a second it has folded of late; absent while nobody can tell
 */
record ModelRow(
        ProjectionView model, long documents, @Nullable Long perSecond) {

    public String name() {
        return model.name();
    }

    /** How many events it has yet to fold. */
    public long lag() {
        return Math.max(0, model.head() - model.position());
    }

    public boolean rebuilding() {
        return model.rebuild() != null && model.rebuild().state().equals("running");
    }

    /** In a word or two. */
    public String state() {
        if (model.later()) {
            return "A later program’s";
        }
        if (!model.served()) {
            return "Being filled";
        }
        if (model.stopped() != null) {
            return "Stopped";
        }
        if (!model.skipped().isEmpty()) {
            return "Incomplete";
        }
        return lag() == 0 ? "Up to date" : "Following";
    }

    /** What its tag looks like: {@code ship} for well, {@code skip} for stuck, {@code split} and {@code none} between. */
    public String tag() {
        return switch (state()) {
            case "Stopped" -> "skip";
            case "Incomplete", "A later program’s" -> "split";
            case "Being filled" -> "none";
            default -> "ship";
        };
    }
}
