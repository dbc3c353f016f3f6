package io.shiporskip.log.axon;

import java.time.Clock;
import org.axonframework.eventhandling.GenericEventMessage;

/** The log keeps times to the millisecond. */
public final class EventTimes {

    private EventTimes() {}

    /**
     * Makes Axon's clock tick in milliseconds, so that an event has the same time before and after it is stored. Called
     * once, by who starts Axon; the engine cuts times in any case.
     */
    public static void tickInMilliseconds() {
        GenericEventMessage.clock = Clock.tickMillis(java.time.ZoneOffset.UTC);
    }
}
