package io.shiporskip.log.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shiporskip.log.TestServer;
import io.shiporskip.mongo.testing.ProxiedServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.MongoDBContainer;
import org.testcontainers.utility.DockerImageName;

/** The same on a real MongoDB, a replica set of one, where Docker is. */
class WritersUnderFaultsInAContainerTest {

    @TempDir
    Path journals;

    @Test
    void everyPromiseOfTheLogHolds() throws Exception {
        ContainerNeeds.orSkip(
                System.getenv(), () -> DockerClientFactory.instance().isDockerAvailable());
        try (MongoDBContainer mongo = new MongoDBContainer(DockerImageName.parse("mongo:8.0"))) {
            mongo.start();
            new FaultRun(mongo.getReplicaSetUrl(), journals).run();
        }
    }

    @Test
    void withoutDockerItIsSkippedAndSaysWhy() {
        assertThatThrownBy(() -> ContainerNeeds.orSkip(Map.of(), () -> false))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("neither Docker nor MONGODB_URI");
    }

    @Test
    void aServerThatIsNamedIsTestedInstead() {
        assertThatThrownBy(() -> ContainerNeeds.orSkip(Map.of("MONGODB_URI", "mongodb://localhost"), () -> true))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("MONGODB_URI names a server");
    }

    @Test
    void aProxyStandsInFrontOfOneServerWithoutTls() {
        assertThatThrownBy(() -> ProxiedServer.primaryOf("mongodb+srv://somewhere"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ProxiedServer.primaryOf(TestServer.uri())).contains("directConnection=true");
    }
}
