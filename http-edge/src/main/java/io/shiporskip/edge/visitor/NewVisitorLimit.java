package io.shiporskip.edge.visitor;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.shiporskip.edge.problem.Problems;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKey;

/**
 * How many new visitors one network address may become in an hour, counted in memory only. An address is held as a hash
 * under a key that dies with the process, and forgotten after an hour; of an IPv6 address only the network half counts,
 * since one connection owns all of the other.
 */
final class NewVisitorLimit {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST_ADDRESSES = 100_000;
    private static final int KEPT_BYTES = 16;

    private final int perHour;
    private final SecretKey key;
    private final TimeMeter clock;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(HOUR)
            .build();

    NewVisitorLimit(int perHour, SecretKey key, TimeMeter clock) {
        this.perHour = perHour;
        this.key = key;
        this.clock = clock;
    }

    /** Counts one new visitor; refuses one too many with 429 and the time until the next may come. */
    void count(byte[] address) {
        if (perHour == 0) {
            return;
        }
        ConsumptionProbe probe = buckets.get(hashed(address), _ -> bucket()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw Problems.tooManyVisitors(perHour, Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perHour).refillGreedy(perHour, HOUR))
                .withCustomTimePrecision(clock)
                .build();
    }

    private String hashed(byte[] address) {
        byte[] network = address.length == 16 ? Arrays.copyOf(address, 8) : address;
        String text = Base64.getEncoder().encodeToString(network);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(Keyed.hash(key, text), KEPT_BYTES));
    }
}
