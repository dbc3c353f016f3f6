package io.shiporskip.edge.secrets;

import io.shiporskip.edge.InvalidSettingException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A small JSON object in an owner-only file, with errors that name the file and never show what is in it. */
record JsonFile(Path path, JsonNode root, boolean created) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static JsonFile readOrCreate(Path folder, String name, Supplier<Map<String, ?>> first) {
        OwnerOnlyFile.Content content =
                OwnerOnlyFile.readOrCreate(folder, name, () -> JSON.writeValueAsString(first.get()));
        Path path = folder.resolve(name);
        return new JsonFile(path, parse(path, content.text()), content.created());
    }

    /** The text of a property that must be there. */
    String text(String name) {
        JsonNode value = root.path(name);
        if (!value.isString() || value.stringValue().isBlank()) {
            throw wrong("\"" + name + "\" is missing or no text");
        }
        return value.stringValue();
    }

    InvalidSettingException wrong(String what) {
        return new InvalidSettingException(
                path + ": " + what + "; mend it, or move the file away to have a new one made");
    }

    private static JsonNode parse(Path path, String text) {
        try {
            JsonNode root = JSON.readTree(text);
            if (root.isObject()) {
                return root;
            }
            throw new InvalidSettingException(path + " is no JSON object; mend it, or move it away to have one made");
        } catch (JacksonException e) {
            throw new InvalidSettingException(path + " is no JSON; mend it, or move it away to have one made");
        }
    }
}
