package io.shiporskip.acceptance.services;

import io.shiporskip.acceptance.product.Jars;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What docker-compose.yml says of its services: the very file that people run. */
final class ComposeFile {

    private final Map<String, Map<String, Object>> services;

    private ComposeFile(Map<String, Map<String, Object>> services) {
        this.services = services;
    }

    static ComposeFile read() {
        try (Reader text = Files.newBufferedReader(Jars.project().resolve("docker-compose.yml"))) {
            Map<String, Map<String, Map<String, Object>>> file =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            return new ComposeFile(Objects.requireNonNull(file.get("services")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Every name of a service in the file. */
    Iterable<String> names() {
        return services.keySet();
    }

    List<String> command(String service) {
        return strings(entry(service, "command"));
    }

    Map<String, String> environment(String service) {
        Map<String, String> environment = new LinkedHashMap<>();
        ((Map<?, ?>) entry(service, "environment"))
                .forEach((name, value) -> environment.put(name.toString(), value.toString()));
        return environment;
    }

    /** The health check's command, without compose's leading {@code CMD}. */
    List<String> healthCheck(String service) {
        Map<?, ?> check = (Map<?, ?>) entry(service, "healthcheck");
        List<String> test = strings(Objects.requireNonNull(check.get("test")));
        if (!test.getFirst().equals("CMD")) {
            throw new AssertionError("The health check of " + service + " should be a command: " + test);
        }
        return test.subList(1, test.size());
    }

    private Object entry(String service, String key) {
        Map<String, Object> found = Objects.requireNonNull(services.get(service), "no service " + service);
        return Objects.requireNonNull(found.get(key), "service " + service + " says no " + key);
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(Object::toString).toList();
    }
}
