package io.shiporskip.command.verification;

import io.shiporskip.log.verify.Fault;
import io.shiporskip.log.verify.VerificationReport;
import java.util.List;

/**
 * What a verification found, as an operator reads it.
 *
 * @param position where the log ended when it was read
 * @param hash the chain's hash there, which stands for the whole log
 * @param faultCount how many faults there are; {@code faults} lists the first of them
 */
record VerificationAnswer(
        long blocks,
        long commits,
        long events,
        long streams,
        long position,
        String hash,
        long faultCount,
        List<FaultAnswer> faults) {

    /** One fault: the block by its id, the positions concerned, and what is wrong. */
    record FaultAnswer(String block, long from, long to, String what) {
        static FaultAnswer of(Fault fault) {
            return new FaultAnswer(fault.block(), fault.firstPosition(), fault.lastPosition(), fault.what());
        }
    }

    static VerificationAnswer of(VerificationReport report) {
        return new VerificationAnswer(
                report.blocks(),
                report.commits(),
                report.events(),
                report.streams(),
                report.head().position(),
                report.head().hash(),
                report.faultCount(),
                report.faults().stream().map(FaultAnswer::of).toList());
    }
}
