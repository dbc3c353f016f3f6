package io.shiporskip.benchmarks.rebuild;

import io.shiporskip.benchmarks.product.Product;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.rebuild.Rebuild;
import io.shiporskip.query.projecting.rebuild.RebuildPhase;
import io.shiporskip.query.projecting.rebuild.RebuildPlan;
import io.shiporskip.query.projecting.rebuild.Rebuilds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * One rebuild of all projections in one pass, watched to its end.
 *
 * @param filling seconds from taking it up to the last event folded and written
 * @param whole seconds from asking for it to the swap, the comparison with the live models among it
 * @param equal whether every model came out the same
 * @param heap bytes in use after a collection, at intervals; empty when nobody looked
 */
public record Pass(double filling, double whole, boolean equal, List<Long> heap) {

    private static final long LOOK_MILLIS = 20;
    private static final long HEAP_NANOS = 2_000_000_000L;

    /** @param heapAfterGc asked every two seconds, which costs time; null when this pass is timed */
    public static Pass run(Product product, boolean timed, LongSupplier heapAfterGc) throws InterruptedException {
        List<Projection<?>> projections = projections(product);
        Rebuilds rebuilds = product.part(Rebuilds.class);
        List<Long> heap = new ArrayList<>();
        long start = System.nanoTime();
        int id = rebuilds.request(projections, RebuildPlan.PLAIN)
                .orElseThrow(() -> new IllegalStateException("another rebuild is open"))
                .id();
        long looked = start;
        long begun = 0;
        long filled = 0;
        Rebuild now = rebuilds.get(id).orElseThrow();
        while (now.isOpen()) {
            Thread.sleep(LOOK_MILLIS);
            now = rebuilds.get(id).orElseThrow();
            begun = begun == 0 && now.phase() != RebuildPhase.REQUESTED ? System.nanoTime() : begun;
            filled = filled == 0 && now.phase().compareTo(RebuildPhase.COMPARING) >= 0 ? System.nanoTime() : filled;
            if (!timed && System.nanoTime() - looked > HEAP_NANOS) {
                heap.add(heapAfterGc.getAsLong());
                looked = System.nanoTime();
            }
        }
        if (now.phase() != RebuildPhase.SWAPPED) {
            throw new IllegalStateException("the rebuild ended as " + now);
        }
        long end = System.nanoTime();
        return new Pass(
                ((filled == 0 ? end : filled) - (begun == 0 ? start : begun)) / 1e9,
                (end - start) / 1e9,
                now.equal().orElse(false),
                heap);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // a bean's type has no parameters
    static List<Projection<?>> projections(Product product) {
        return (List) product.parts(Projection.class);
    }
}
