package io.shiporskip.benchmarks.votes.peer;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets the benchmark find the settings that the peer likes best, while it runs. */
@RestController
class PeerTuning {

    private final HikariDataSource pool;
    private volatile boolean joined = true;

    PeerTuning(HikariDataSource pool) {
        this.pool = pool;
    }

    boolean joined() {
        return joined;
    }

    @PutMapping("/tuning")
    void tune(@RequestParam("pool") int size, @RequestParam("joined") boolean asOne) {
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(size);
        pool.getHikariPoolMXBean().softEvictConnections();
        joined = asOne;
    }
}
