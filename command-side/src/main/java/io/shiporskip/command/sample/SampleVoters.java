package io.shiporskip.command.sample;

import io.shiporskip.edge.visitor.VisitorId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Made-up visitors, the same at every start, so that a load that was cut off meets its own votes again. Nobody can vote
 * as one of them: their ids are known, but no cookie with them was ever signed.
 */
final class SampleVoters {

    private static final long SEED = 20_260_101;
    private static final int CROWD = 160;
    private static final int ID_BYTES = 16;

    private final List<VisitorId> crowd;

    SampleVoters() {
        Random random = new Random(SEED);
        crowd = Stream.generate(() -> visitor(random)).limit(CROWD).toList();
    }

    /** The visitors who vote on a tool: some of the crowd, others for each slug. */
    List<VisitorId> of(String slug, int count) {
        List<VisitorId> shuffled = new ArrayList<>(crowd);
        Collections.shuffle(shuffled, new Random(SEED ^ slug.hashCode()));
        return shuffled.subList(0, count);
    }

    private static VisitorId visitor(Random random) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return new VisitorId(HexFormat.of().formatHex(id));
    }
}
