package io.shiporskip.benchmarks.rebuild;

import java.lang.management.ManagementFactory;

/** What is left of this process's heap when all garbage is gone. */
public final class Heap {

    private static final double MEGA = 1 << 20;

    private Heap() {}

    /** Collects and looks: bytes. */
    public static long afterCollection() {
        ManagementFactory.getMemoryMXBean().gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    public static double mega(double bytes) {
        return bytes / MEGA;
    }
}
