package io.shiporskip.query.community;

/** Says in a sentence what became of a vote that was refused, by the problem's code. */
public final class VoteOutcome {

    private VoteOutcome() {}

    /** A sentence for any code, also one that is not known: the address it comes from may be anybody's. */
    public static String because(String code) {
        return switch (code) {
            case "unknown-tool" -> "Your vote was not counted: no such tool is listed.";
            case "withdrawn-tool" -> "This tool is withdrawn and takes no votes.";
            case "invalid", "malformed", "too-large" ->
                "Your vote was not counted: it was neither ship, skip nor withdraw.";
            case "no-visitor" ->
                "Your vote was not counted: your browser sent no visitor cookie. Allow cookies for this site and vote again.";
            case "forged-visitor" ->
                "Your vote was not counted: your visitor cookie is not one of ours. Clear this site's cookies and vote again.";
            case "cross-site" -> "Your vote was not counted: it came from another site. Vote here, on this page.";
            case "too-many-visitors" ->
                "Voting is closed to you for now: too many new visitors came from your network address. Try again within the hour.";
            case "conflict", "busy" ->
                "Your vote was not counted: too many votes came at once. Vote again in a moment.";
            case "unknown-outcome" ->
                "We cannot yet say whether your vote was counted. Reload to see; voting again is safe, it never counts twice.";
            case "not-yet" -> "Your vote is counted, but this page is a moment behind. Reload it to see your vote.";
            default -> "Your vote was not counted. Vote again; if it fails again, the site has a fault.";
        };
    }
}
