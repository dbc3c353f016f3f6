package io.shiporskip.benchmarks.soak;

import com.sun.management.UnixOperatingSystemMXBean;
import io.shiporskip.benchmarks.product.Product;
import io.shiporskip.benchmarks.rebuild.Heap;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What one look at a running product finds.
 *
 * @param heap bytes in use after a collection
 * @param openFiles of this process; -1 where the system does not tell
 * @param lag events that are in the log and not yet in every read model
 * @param file bytes of the embedded server's file; null on another server
 * @param live bytes of what lives in it: of a copy made entry by entry; null on another server, and without a copy
 */
record Look(
        long heap,
        long openFiles,
        long lag,
        @Nullable Long file,
        @Nullable Long live) {

    /**
     * @param copies whether to find out what lives in the file: that keeps the server from using any space again for as
     *     long as the copy takes
     */
    static Look at(Product product, boolean copies) throws IOException, InterruptedException {
        long lag = product.lag();
        return new Look(
                Heap.afterCollection(),
                openFileCount(),
                lag,
                boxed(product.store().fileBytes()),
                copies ? boxed(product.store().liveBytes()) : null);
    }

    private static @Nullable Long boxed(OptionalLong bytes) {
        return bytes.isPresent() ? Long.valueOf(bytes.getAsLong()) : null;
    }

    private static long openFileCount() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : -1;
    }

    /** The file in multiples of what lives in it; 0 where that is not known. */
    double fileToLive() {
        return file == null || live == null ? 0 : (double) file / live;
    }
}
