package io.shiporskip.query;

import io.shiporskip.log.read.LogReader;
import io.shiporskip.query.leaderboard.whatif.DayRemoval;
import io.shiporskip.query.leaderboard.whatif.LogDays;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what takes days out to the log. */
@Configuration(proxyBeanMethods = false)
class WhatIfConfiguration {

    @Bean
    DayRemoval dayRemoval(QueryDatabase database, ObjectProvider<EventUpcaster> upcaster) {
        var decoder = ProjectingConfiguration.decoder(upcaster);
        return new DayRemoval(new LogDays(new LogReader(database.database()), decoder::decode));
    }
}
