package io.shiporskip.log.verify;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.block.Block;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the whole log, in order, and checks everything that it promises: positions without a gap, each block's count,
 * time and hash, the chain from the first block on, each event id once, each commit in one piece, no hole in any stream,
 * and of each event what an {@link EventCheck} asks.
 *
 * <p>The memory it takes is bounded: ids, commits and streams are kept as fingerprints, for {@value #SHARE} events at a
 * time (about 75 MB at most). A longer log is read once more for each further share, and a share is chosen by the hash of
 * the id, commit or stream, so that all events of one stream are checked together. A million events are read twice.
 */
public final class LogVerification {

    static final int SHARE = 500_000;

    /** No log is as long; an id that says more is damaged, and must not set how often the log is read. */
    private static final long MOST = 1L << 40;

    private final MongoDatabase database;
    private final EventCheck check;
    private final @Nullable KnownHead known;
    private final int share;

    public LogVerification(MongoDatabase database) {
        this(database, EventCheck.NONE, null, SHARE);
    }

    /** @param known a head that the log must lead through; null when nobody wrote one down */
    public LogVerification(MongoDatabase database, EventCheck check, @Nullable KnownHead known) {
        this(database, check, known, SHARE);
    }

    LogVerification(MongoDatabase database, EventCheck check, @Nullable KnownHead known, int share) {
        this.database = database;
        this.check = check;
        this.known = known;
        this.share = share;
    }

    /** How far a verification has come. */
    @FunctionalInterface
    public interface Progress {

        /**
         * @param done positions read, over all passes
         * @param total positions to read, over all passes
         */
        void at(long done, long total);
    }

    /**
     * Checks the log up to where it ends now; it may grow meanwhile.
     *
     * @throws com.mongodb.MongoException when the server does not answer
     */
    public VerificationReport run(Progress progress) {
        Faults faults = new Faults();
        BlockScan scan = BlockScan.upToNow(database, faults);
        long last = Math.clamp(scan.lastPosition(), 0, MOST);
        int passes = Math.clamp(Math.ceilDiv(last, share), 1, scan.most());
        ChainCheck chain = new ChainCheck(faults, known);
        long commits = 0;
        long streams = 0;
        for (int pass = 0; pass < passes; pass++) {
            int current = pass;
            KeyCheck keys = new KeyCheck(faults, current, passes);
            scan.forEach((document, id) -> {
                Optional<Block> block = current == 0 ? chain.check(document) : BlockScan.decoded(document);
                if (current == 0) {
                    block.ifPresent(content -> checkEvents(content, faults));
                }
                block.ifPresent(keys::check);
                progress.at(current * last + id, passes * last);
            });
            commits += keys.commitCount();
            streams += keys.streamCount();
        }
        progress.at(passes * last, passes * last);
        chain.finish();
        return new VerificationReport(
                chain.blocks(), commits, chain.events(), streams, chain.end(), faults.count(), faults.listed());
    }

    private void checkEvents(Block block, Faults faults) {
        for (StoredEvent event : block.events()) {
            check.amiss(event)
                    .ifPresent(what -> faults.add(
                            new Fault(Long.toString(block.position()), event.position(), event.position(), what)));
        }
    }
}
