package io.shiporskip.command;

/** A command that the past does not allow. Nothing was written. */
public final class Refusal extends RuntimeException {

    private final Reason reason;
    private final String detail;

    /** @param detail why, in words for whoever sent the command */
    public Refusal(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
        this.detail = detail;
    }

    /** The sender decided on a state that is no longer the present one. */
    public static Refusal stale() {
        return new Refusal(Reason.STALE, "This has changed since you saw it; look again before you write");
    }

    public String detail() {
        return detail;
    }

    public Reason reason() {
        return reason;
    }

    /** Why a command was refused. */
    public enum Reason {
        /** No tool was ever listed under this slug. */
        UNKNOWN_TOOL,
        /** The tool has left the catalogue and takes nothing more. */
        WITHDRAWN_TOOL,
        /** The slug belongs to a tool already. */
        ALREADY_LISTED,
        /** No such ballot has ever been cast. */
        UNKNOWN_BALLOT,
        /** What the sender had seen has changed since. */
        STALE
    }
}
