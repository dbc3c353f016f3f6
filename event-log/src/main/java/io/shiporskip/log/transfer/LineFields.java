package io.shiporskip.log.transfer;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the fields of a line one after another, each where it must stand; anything else is refused by name. */
final class LineFields implements AutoCloseable {

    private final JsonParser json;
    /** The name of a field that was looked at and not read yet. */
    private @Nullable String ahead;

    LineFields(JsonParser json) {
        this.json = json;
    }

    void startObject() {
        expect(json.nextToken() == JsonToken.START_OBJECT, "it is not a JSON object");
    }

    void startArray(String name) {
        field(name);
        expect(json.nextToken() == JsonToken.START_ARRAY, "'" + name + "' is not an array");
    }

    /** Whether the array goes on, with an object; it is entered. */
    boolean nextObject() {
        JsonToken token = json.nextToken();
        expect(token == JsonToken.START_OBJECT || token == JsonToken.END_ARRAY, "an event is not a JSON object");
        return token == JsonToken.START_OBJECT;
    }

    void endObject() {
        JsonToken token = json.nextToken();
        expect(token == JsonToken.END_OBJECT, "there is a field '" + json.currentName() + "' where none belongs");
    }

    void end() {
        endObject();
        expect(json.nextToken() == null, "something follows the JSON object");
    }

    String text(String name) {
        field(name);
        expect(json.nextToken() == JsonToken.VALUE_STRING, "'" + name + "' is not a text");
        String text = json.getString();
        expect(
                StandardCharsets.UTF_8.newEncoder().canEncode(text),
                "'" + name + "' holds half a surrogate pair, which has no UTF-8 form");
        return text;
    }

    /** The text; null where the field {@code next} stands at once. */
    @Nullable String optionalText(String name, String next) {
        String found = nextName(name);
        ahead = found;
        return found.equals(next) ? null : text(name);
    }

    long number(String name) {
        field(name);
        boolean whole = json.nextToken() == JsonToken.VALUE_NUMBER_INT
                && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        expect(whole, "'" + name + "' is not a whole number of 64 bits");
        return json.getLongValue();
    }

    Instant time(String name) {
        String text = text(name);
        try {
            Instant time = Instant.parse(text);
            expect(
                    time.equals(Instant.ofEpochMilli(time.toEpochMilli())),
                    "'" + name + "' is finer than milliseconds: " + text);
            return time.truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("'" + name + "' is not a time in UTC: " + text, e);
        }
    }

    private void field(String name) {
        String found = nextName(name);
        expect(found.equals(name), "there is a field '" + found + "' where '" + name + "' belongs");
    }

    private String nextName(String wanted) {
        String looked = ahead;
        ahead = null;
        if (looked != null) {
            return looked;
        }
        expect(json.nextToken() == JsonToken.PROPERTY_NAME, "the field '" + wanted + "' is missing");
        return json.currentName();
    }

    private static void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    @Override
    public void close() {
        json.close();
    }
}
