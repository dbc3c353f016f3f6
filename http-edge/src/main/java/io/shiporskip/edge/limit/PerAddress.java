package io.shiporskip.edge.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.shiporskip.edge.secrets.Keyed;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Counts what one network address does within a time, in memory only. An address is held as a hash under a key that dies
 * with the process, and forgotten after that time; of an IPv6 address only the network half counts, since one connection
 * owns all of the other.
 */
public final class PerAddress {

    private static final int MOST_ADDRESSES = 100_000;
    private static final int KEPT_BYTES = 16;

    private final int most;
    private final Duration within;
    private final SecretKey key = processKey();
    private final Cache<String, Bucket> buckets;

    /**
     * @param most how often, from 1
     * @param within what time
     */
    public PerAddress(int most, Duration within) {
        this.most = most;
        this.within = within;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_ADDRESSES)
                .expireAfterAccess(within)
                .build();
    }

    /** Counts once; the time until the next is allowed where this one is too many. */
    public Optional<Duration> tooMany(HttpServletRequest request) {
        ConsumptionProbe probe =
                buckets.get(hashed(Address.of(request)), _ -> bucket()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, within))
                .withCustomTimePrecision(TimeMeter.SYSTEM_NANOTIME)
                .build();
    }

    private String hashed(byte[] address) {
        byte[] network = address.length == 16 ? Arrays.copyOf(address, 8) : address;
        String text = Base64.getEncoder().encodeToString(network);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(Keyed.hash(key, text), KEPT_BYTES));
    }

    private static SecretKey processKey() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new SecretKeySpec(bytes, "HmacSHA256");
    }
}
