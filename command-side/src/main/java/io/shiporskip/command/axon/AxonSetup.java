package io.shiporskip.command.axon;

import io.shiporskip.command.log.CommandLog;
import io.shiporskip.command.register.ListedToolsGate;
import io.shiporskip.log.axon.LogEventStorageEngine;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Axon over the log: no Axon Server, no event processors (nothing may fail after the append), events under the names of
 * the catalogue.
 */
@Configuration(proxyBeanMethods = false)
class AxonSetup {

    @Bean
    @Qualifier("eventSerializer") Serializer eventSerializer() {
        return EventReading.serializer();
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            CommandLog log, @Qualifier("eventSerializer") Serializer events, ObjectProvider<EventUpcaster> upcasters) {
        return LogEventStorageEngine.builder(log.appender(), log.reader())
                .serializer(events)
                .upcasters(upcasters.getIfAvailable(() -> NoOpEventUpcaster.INSTANCE))
                .build();
    }

    @Bean
    CommandTargetResolver streamTargetResolver() {
        return new StreamTargetResolver();
    }

    @Bean
    CorrelationDataProvider eventMeta() {
        return new EventMeta();
    }

    @Bean
    SmartInitializingSingleton gateBeforeDecisions(CommandBus bus, ListedToolsGate gate) {
        return () -> {
            bus.registerHandlerInterceptor(gate);
            bus.registerHandlerInterceptor(new WrittenPosition());
            bus.registerHandlerInterceptor(new GuessedNew());
        };
    }
}
