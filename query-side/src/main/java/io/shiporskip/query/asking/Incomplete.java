package io.shiporskip.query.asking;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Adds {@code "incomplete": [names]} to a JSON answer from models that leave an event out, and nothing to any other. */
@RestControllerAdvice(basePackages = "io.shiporskip.query")
final class Incomplete implements ResponseBodyAdvice<Object> {

    private final JsonMapper mapper;

    Incomplete(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body == null || !(request instanceof ServletServerHttpRequest servlet)) {
            return body;
        }
        HttpServletRequest asked = servlet.getServletRequest();
        List<String> incomplete = OpenedModels.of(asked).incomplete();
        if (incomplete.isEmpty() || !type.isCompatibleWith(MediaType.APPLICATION_JSON)) {
            return body;
        }
        JsonNode tree = mapper.valueToTree(body);
        return tree instanceof ObjectNode object ? object.set("incomplete", mapper.valueToTree(incomplete)) : body;
    }
}
