package io.shiporskip.log.verify;

import io.shiporskip.log.LogHead;
import java.util.List;

/**
 * What a verification found.
 *
 * @param blocks how many were read
 * @param commits how many are in them
 * @param events how many are in them
 * @param streams how many they belong to; an event of no aggregate belongs to none
 * @param head where the log ended when it was read, with the hash that stands for all of it
 * @param faultCount how many faults there are
 * @param faults the first {@value Faults#LISTED} of them
 */
public record VerificationReport(
        long blocks, long commits, long events, long streams, LogHead head, long faultCount, List<Fault> faults) {

    public VerificationReport {
        faults = List.copyOf(faults);
    }

    public boolean sound() {
        return faultCount == 0;
    }
}
