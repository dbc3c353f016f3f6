package io.shiporskip.command.dispatch;

import io.shiporskip.command.Command;
import io.shiporskip.command.Refusal;
import io.shiporskip.edge.access.Actor;
import io.shiporskip.edge.condition.IfMatch;
import io.shiporskip.edge.problem.FieldProblem;
import io.shiporskip.edge.problem.ProblemException;
import io.shiporskip.edge.problem.Problems;
import io.shiporskip.log.append.BusyException;
import io.shiporskip.log.append.CommitFailedException;
import io.shiporskip.log.append.UnknownOutcomeException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Sends a request's command on behalf of whoever sent the request, and says in HTTP's words why it was not granted. */
@Component
public class HttpCommands {

    private static final Logger LOG = LoggerFactory.getLogger(HttpCommands.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Commands commands;

    HttpCommands(Commands commands) {
        this.commands = commands;
    }

    /** @throws ProblemException when the command is refused, or could not be decided or written */
    public Accepted send(Command command, HttpServletRequest request) {
        try {
            return commands.send(command, Actor.current(), IfMatch.of(request));
        } catch (Refusal refusal) {
            throw problem(refusal);
        } catch (BusyException _) {
            throw Problems.busy(RETRY_AFTER);
        } catch (CommitFailedException e) {
            // Proven not to be written, and the server may be mended soon; health says what is wrong.
            LOG.error("A command could not be written: {}", e.getMessage());
            throw Problems.databaseAway(RETRY_AFTER);
        } catch (UnknownOutcomeException _) {
            throw Problems.unknownOutcome();
        }
    }

    private static ProblemException problem(Refusal refusal) {
        String detail = refusal.detail();
        return switch (refusal.reason()) {
            case UNKNOWN_TOOL -> aboutTool(HttpStatus.NOT_FOUND, "unknown-tool", "Unknown tool", detail);
            case WITHDRAWN_TOOL -> aboutTool(HttpStatus.CONFLICT, "withdrawn-tool", "Withdrawn tool", detail);
            case ALREADY_LISTED -> Problems.conflict(detail);
            case UNKNOWN_BALLOT -> Problems.notFound(detail);
            case STALE -> Problems.stale(detail);
        };
    }

    private static ProblemException aboutTool(HttpStatus status, String code, String title, String detail) {
        return new ProblemException(status, code, title, detail, List.of(new FieldProblem("slug", detail)));
    }
}
