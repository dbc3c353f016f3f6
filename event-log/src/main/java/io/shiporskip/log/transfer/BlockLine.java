package io.shiporskip.log.transfer;

import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.block.Block;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * A block as one line of JSON. The order of fields is part of the format, and the same block is always the same bytes:
 *
 * <pre>
 * {"position":…,"n":…,"block":"…","at":"…","previous":"…","hash":"…","events":[
 *   {"id":"…","commit":"…","aggregate":"…","type":"…"?,"sequence":…,"name":"…","revision":"…","time":"…",
 *    "payload":"…","meta":"…"}]}
 * </pre>
 *
 * Payload and metadata are texts, not JSON inside JSON: their bytes are what the hash covers.
 */
public final class BlockLine {

    /** The most bytes a line may have: a block of 16 MiB in which every character is escaped. */
    public static final int MAX_BYTES = 100_000_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private BlockLine() {}

    /** The line, with the newline that ends it. */
    public static byte[] write(Block block) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(8192);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberProperty("position", block.position());
            json.writeNumberProperty("n", block.events().size());
            json.writeStringProperty("block", block.id());
            json.writeStringProperty("at", block.at().toString());
            json.writeStringProperty("previous", block.previous());
            json.writeStringProperty("hash", block.hash());
            json.writeArrayPropertyStart("events");
            block.events().forEach(event -> write(json, event));
            json.writeEndArray();
            json.writeEndObject();
        }
        out.write('\n');
        return out.toByteArray();
    }

    private static void write(JsonGenerator json, StoredEvent event) {
        json.writeStartObject();
        json.writeStringProperty("id", event.id());
        json.writeStringProperty("commit", event.commit());
        json.writeStringProperty("aggregate", event.aggregate());
        String type = event.type();
        if (type != null) {
            json.writeStringProperty("type", type);
        }
        json.writeNumberProperty("sequence", event.sequence());
        json.writeStringProperty("name", event.name());
        json.writeStringProperty("revision", event.revision());
        json.writeStringProperty("time", event.time().toString());
        json.writeStringProperty("payload", event.payload());
        json.writeStringProperty("meta", event.meta());
        json.writeEndObject();
    }

    /**
     * @param line without the newline that ends it
     * @throws IllegalArgumentException when it is no block as {@link #write} writes it; the message says why
     */
    public static Block read(byte[] line) {
        try (LineFields fields = new LineFields(JSON.createParser(line))) {
            fields.startObject();
            long position = fields.number("position");
            long n = fields.number("n");
            String id = fields.text("block");
            Instant at = fields.time("at");
            String previous = fields.text("previous");
            String hash = fields.text("hash");
            fields.startArray("events");
            List<StoredEvent> events = new ArrayList<>();
            while (fields.nextObject()) {
                events.add(read(fields, position + events.size(), at));
            }
            fields.end();
            if (n != events.size() || events.isEmpty()) {
                throw new IllegalArgumentException(
                        "it says that it holds " + n + " events, and holds " + events.size());
            }
            return new Block(position, id, at, previous, hash, events);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("it is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static StoredEvent read(LineFields fields, long position, Instant at) {
        String id = fields.text("id");
        String commit = fields.text("commit");
        String aggregate = fields.text("aggregate");
        String type = fields.optionalText("type", "sequence");
        StoredEvent event = new StoredEvent(
                position,
                id,
                commit,
                aggregate,
                type,
                fields.number("sequence"),
                fields.text("name"),
                fields.text("revision"),
                fields.time("time"),
                at,
                fields.text("payload"),
                fields.text("meta"));
        fields.endObject();
        return event;
    }
}
