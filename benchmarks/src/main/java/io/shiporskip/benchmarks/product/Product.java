package io.shiporskip.benchmarks.product;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.command.log.CommandDatabase;
import io.shiporskip.command.log.CommandLog;
import io.shiporskip.edge.start.Start;
import io.shiporskip.query.projecting.Projection;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** One running product over a store of its own, on a free port, in this process: what it holds can be asked directly. */
public final class Product implements AutoCloseable {

    private final Store store;
    private final ConfigurableApplicationContext context;
    private final Site site;
    private final CommandLog log;

    private Product(Store store, ConfigurableApplicationContext context) {
        this.store = store;
        this.context = context;
        this.log = context.getBean(CommandLog.class);
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        this.site = new Site(URI.create("http://127.0.0.1:" + port), store.folder());
    }

    /** Starts it and waits until it serves. The store is closed with it. */
    public static Product start(Store store) throws IOException, InterruptedException {
        // Axon looks for updates over the network unless a property of the JVM says no, before it starts.
        System.setProperty("axoniq.update-checker.disabled", "true");
        SpringApplication application = new SpringApplication(BothSides.class);
        application.setRegisterShutdownHook(false);
        Product product = new Product(
                store,
                Start.run(
                        application,
                        "--server.port=0",
                        "--ship-or-skip.mongodb-uri=" + store.uri(),
                        "--ship-or-skip.data=" + store.folder(),
                        // as the product itself has it on a server of its own
                        "--ship-or-skip.read-model-writes=" + (store.isEmbedded() ? "w1" : "majority"),
                        "--ship-or-skip.new-visitors=0",
                        "--ship-or-skip.sample=false",
                        "--logging.level.root=warn"));
        product.site.awaitReady();
        return product;
    }

    public Site site() {
        return site;
    }

    public CommandLog log() {
        return log;
    }

    /** A part of the running product. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Every projection it has. */
    public List<Projection<?>> projections() {
        return context.getBeanProvider(Projection.class).stream()
                .<Projection<?>>map(projection -> projection)
                .toList();
    }

    /** The database that the log is in. */
    public MongoDatabase database() {
        return context.getBean(CommandDatabase.class).database();
    }

    /** A part of it, by its type. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** All parts of a type. */
    public <T> List<T> parts(Class<T> type) {
        return List.copyOf(context.getBeansOfType(type).values());
    }

    /** What its events are written and read with. */
    public Serializer eventSerializer() {
        return BeanFactoryAnnotationUtils.qualifiedBeanOfType(
                context.getBeanFactory(), Serializer.class, "eventSerializer");
    }

    public Store store() {
        return store;
    }

    /** Waits until every read model holds all that is in the log now. */
    public void awaitFolded() throws IOException, InterruptedException {
        site.awaitFolded(log.reader().head().position());
    }

    /** Events that are in the log and not yet in every read model. */
    public long lag() throws IOException, InterruptedException {
        long folded = site.foldedByAll();
        return Math.max(0, log.reader().head().position() - folded);
    }

    /** See {@link Store#tellsScans()}. */
    public boolean tellsScans() {
        return store.tellsScans();
    }

    /** See {@link Store#scans()}. */
    public List<String> scans() {
        return store.scans();
    }

    @Override
    public void close() throws IOException {
        context.close();
        site.close();
        store.close();
    }
}
