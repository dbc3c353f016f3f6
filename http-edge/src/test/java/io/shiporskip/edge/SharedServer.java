package io.shiporskip.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/** One server with the default settings for all tests that need no other; closed after the last. */
final class SharedServer implements ParameterResolver {

    private record Held(Path data, Server server) implements AutoCloseable {
        static Held start() {
            try {
                Path data = Files.createTempDirectory("edge");
                return new Held(data, new Server(data));
            } catch (IOException e) {
                throw new IllegalStateException("No folder for a test", e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
            FileSystemUtils.deleteRecursively(data);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Server.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedServer.class))
                .computeIfAbsent("server", _ -> Held.start(), Held.class)
                .server();
    }
}
