package io.shiporskip.log.verify;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.log.LogHead;
import io.shiporskip.log.block.Block;
import io.shiporskip.log.read.LogReader;
import java.util.Optional;

/**
 * Reads the whole log, in order, and checks everything that it promises: positions without a gap, each block's count,
 * time and hash, the chain from the first block on, each event id once, and no hole in any stream.
 *
 * <p>The memory it takes is bounded: ids and streams are kept as fingerprints, for {@value #SHARE} events at a time (64
 * MB at most). A longer log is read once more for each further share, and a share is chosen by the hash of the id or
 * stream, so that all events of one stream are checked together.
 */
public final class LogVerification {

    static final int SHARE = 500_000;

    private final MongoDatabase database;
    private final int share;

    public LogVerification(MongoDatabase database) {
        this(database, SHARE);
    }

    LogVerification(MongoDatabase database, int share) {
        this.database = database;
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
        LogHead head = new LogReader(database).head();
        int passes = Math.toIntExact(Math.max(1, Math.ceilDiv(head.position(), share)));
        Faults faults = new Faults();
        ChainCheck chain = new ChainCheck(faults);
        for (int pass = 0; pass < passes; pass++) {
            int current = pass;
            KeyCheck keys = new KeyCheck(faults, current, passes);
            new BlockScan(database, head.position()).forEach((document, id) -> {
                Optional<Block> block = current == 0 ? chain.check(document) : BlockScan.decoded(document);
                block.ifPresent(keys::check);
                progress.at(current * head.position() + id, passes * head.position());
            });
        }
        chain.checkEnd(head);
        return new VerificationReport(chain.events(), chain.blocks(), head, faults.count(), faults.listed());
    }
}
