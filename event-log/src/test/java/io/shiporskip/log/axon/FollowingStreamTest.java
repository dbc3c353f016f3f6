package io.shiporskip.log.axon;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.log.Commits;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.TestServer;
import io.shiporskip.log.append.AppenderSettings;
import io.shiporskip.log.append.BlockAppender;
import io.shiporskip.log.read.LogFollower;
import io.shiporskip.log.read.LogReader;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Whoever reads a stream is told when its thread ends, whatever ended it. */
class FollowingStreamTest {

    private static final NamedTypeSerializer SERIALIZER =
            new NamedTypeSerializer(List.of(), JsonMapper.builder().build());

    @Test
    void anErrorReachesTheReader() {
        MongoDatabase database = TestServer.newDatabase();
        try (BlockAppender appender = new BlockAppender(database, new LogWakeUp(), AppenderSettings.DEFAULT)) {
            appender.append(Commits.of("a", 0, 1));
        }
        LogFollower follower = new LogFollower(new LogReader(database), new LogWakeUp(), 0);
        try (FollowingStream stream = new FollowingStream(follower, SERIALIZER, _ -> {
            throw new StackOverflowError("for this test");
        })) {
            assertThatThrownBy(() -> stream.hasNextAvailable(5, TimeUnit.SECONDS))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("for this test");
        }
    }
}
