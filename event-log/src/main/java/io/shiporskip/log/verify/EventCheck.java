package io.shiporskip.log.verify;

import io.shiporskip.log.StoredEvent;
import java.util.Optional;

/**
 * What only the product that keeps a log can say of an event, such as whether its payload still reads. Called once for
 * each event, in order, by one thread.
 */
@FunctionalInterface
public interface EventCheck {

    /** Finds nothing amiss with any event. */
    EventCheck NONE = _ -> Optional.empty();

    /** What is wrong with the event, in words; empty when nothing is. */
    Optional<String> amiss(StoredEvent event);
}
