package io.shiporskip.command.sample;

import io.shiporskip.command.dispatch.Commands;
import io.shiporskip.command.log.CommandLog;
import io.shiporskip.edge.visitor.Visitors;
import io.shiporskip.log.read.LogReader;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Loads the sample into an empty log, before the first request is taken, so that nobody's event can stand among its own.
 * A log that begins and ends with the sample, and lacks the sample's own end, was cut off, and the load is completed; any
 * other log is left alone.
 */
@Component
@ConditionalOnProperty("ship-or-skip.sample")
class SampleOnFirstStart implements SmartLifecycle {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LogReader reader;
    private final SampleLoader loader;
    private volatile boolean running;

    SampleOnFirstStart(CommandLog log, Commands commands, Visitors visitors) {
        this.reader = log.reader();
        this.loader = new SampleLoader(commands, visitors);
    }

    @Override
    public void start() {
        Sample sample = Sample.read();
        if (isEmpty() || isCutOff(sample)) {
            loader.load(sample);
        }
        running = true;
    }

    private boolean isEmpty() {
        return reader.head().position() == 0;
    }

    private boolean isCutOff(Sample sample) {
        return isOfTheSample(1)
                && isOfTheSample(reader.head().position())
                && reader.lastSequence(sample.comparisons().getLast().stream()).isEmpty();
    }

    private boolean isOfTheSample(long position) {
        return reader.at(position)
                .map(event -> JSON.readTree(event.meta()).path("actor").asString(""))
                .filter(SampleLoader.SAMPLE.name()::equals)
                .isPresent();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After Axon knows its handlers, before the web server opens its port. */
    @Override
    public int getPhase() {
        return SpringAxonConfiguration.LIFECYCLE_PHASE + 1;
    }
}
