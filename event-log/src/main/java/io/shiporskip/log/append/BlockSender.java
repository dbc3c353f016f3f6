package io.shiporskip.log.append;

import com.mongodb.MongoException;
import io.shiporskip.log.block.Block;
import io.shiporskip.log.metrics.LogMetrics;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Sends one block until its outcome is proven by what stands in the log: not by a count, nor by an exception. While
 * nothing is proven, the same block goes to the same slot again; that is safe, for a slot holds one block and every key
 * is held once.
 */
final class BlockSender {

    private static final Logger LOG = LoggerFactory.getLogger(BlockSender.class);

    private final Function<Block, Answer> insert;
    private final Evidence evidence;
    private final BooleanSupplier givenUp;
    private final LogMetrics metrics;
    private final AppenderHealth health;

    /** The same, telling nobody. */
    BlockSender(Function<Block, Answer> insert, Evidence evidence, BooleanSupplier givenUp) {
        this(insert, evidence, givenUp, LogMetrics.none(), new AppenderHealth());
    }

    /** @param insert one send, and what it was answered */
    BlockSender(
            Function<Block, Answer> insert,
            Evidence evidence,
            BooleanSupplier givenUp,
            LogMetrics metrics,
            AppenderHealth health) {
        this.insert = insert;
        this.evidence = evidence;
        this.givenUp = givenUp;
        this.metrics = metrics;
        this.health = health;
    }

    Outcome send(Block block, List<Commit> commits) throws InterruptedException {
        boolean onlySend = true;
        Backoff backoff = new Backoff();
        while (!givenUp.getAsBoolean()) {
            Answer answer = insert.apply(block);
            Optional<Outcome> proven = proven(answer, block, commits, onlySend);
            if (proven.isPresent()) {
                health.answered();
                return proven.get();
            }
            LOG.atLevel(onlySend ? Level.INFO : Level.DEBUG)
                    .log("block {} is sent again, its outcome is not proven: {}", block.position(), answer);
            metrics.sentWithoutOutcome();
            health.unanswered(block.position(), String.valueOf(answer));
            onlySend = false;
            backoff.pause();
        }
        return new Outcome.NotProven();
    }

    private Optional<Outcome> proven(Answer answer, Block block, List<Commit> commits, boolean onlySend) {
        try {
            return AnswerTable.conclude(answer, onlySend, block, commits, evidence);
        } catch (MongoException e) {
            LOG.debug("could not read what refused block {}", block.position(), e);
            return Optional.empty();
        }
    }
}
