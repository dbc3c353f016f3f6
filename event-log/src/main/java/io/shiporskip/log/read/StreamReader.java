package io.shiporskip.log.read;

import com.mongodb.client.MongoCollection;
import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.block.Block;
import io.shiporskip.log.block.EventPlace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Reads one stream through the index of places: whole blocks, from which the stream's events are picked here. */
final class StreamReader {

    private final MongoCollection<Block> blocks;

    StreamReader(MongoCollection<Block> blocks) {
        this.blocks = blocks;
    }

    List<StoredEvent> read(String aggregate, long fromSequence, int limit) {
        long until = Math.addExact(fromSequence, limit);
        List<StoredEvent> events = new ArrayList<>();
        for (Block block : blocks.find(EventPlace.between(aggregate, fromSequence, until))) {
            of(aggregate, block)
                    .filter(event -> event.sequence() >= fromSequence && event.sequence() < until)
                    .forEach(events::add);
        }
        events.sort(Comparator.comparingLong(StoredEvent::sequence));
        return events;
    }

    /** Gallops: steps double while events are found and halve when not, so it takes the logarithm of the length. */
    OptionalLong lastSequence(String aggregate) {
        OptionalLong last = anyFrom(aggregate, 0);
        long step = 1;
        boolean growing = true;
        while (last.isPresent() && step > 0) {
            OptionalLong further = anyFrom(aggregate, last.getAsLong() + step);
            growing &= further.isPresent();
            step = growing ? 2 * step : step / 2;
            last = further.isPresent() ? further : last;
        }
        return last;
    }

    /** The highest sequence in some block that holds an event of the stream at {@code sequence} or later. */
    private OptionalLong anyFrom(String aggregate, long sequence) {
        Block block = blocks.find(EventPlace.from(aggregate, sequence)).limit(1).first();
        return block == null
                ? OptionalLong.empty()
                : of(aggregate, block).mapToLong(StoredEvent::sequence).max();
    }

    private static Stream<StoredEvent> of(String aggregate, Block block) {
        return block.events().stream().filter(event -> event.aggregate().equals(aggregate));
    }
}
