package io.shiporskip.acceptance.product;

import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bearer tokens that the product wrote at its first start. */
public record Tokens(JsonNode file) {

    public static Tokens in(Path data) {
        return new Tokens(
                JsonMapper.shared().readTree(data.resolve("tokens.json").toFile()));
    }

    public String editor() {
        return file.required("editor").stringValue();
    }

    public String operator() {
        return file.required("operator").stringValue();
    }

    public String seat(String name) {
        return file.required("seats").required(name).stringValue();
    }
}
