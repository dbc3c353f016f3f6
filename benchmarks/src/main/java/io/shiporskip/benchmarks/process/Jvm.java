package io.shiporskip.benchmarks.process;

import java.util.List;

/** The memory settings that the product is started with. */
public final class Jvm {

    private Jvm() {}

    public static List<String> options(int heapMegabytes) {
        return List.of(
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseG1GC",
                "-XX:-G1UseAdaptiveIHOP",
                "-XX:InitiatingHeapOccupancyPercent=70");
    }
}
