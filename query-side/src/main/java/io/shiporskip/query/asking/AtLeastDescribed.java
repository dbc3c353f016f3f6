package io.shiporskip.query.asking;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;

/** Says of every read in the API's description that it may ask for {@code atLeast}, which no method names. */
@Component
final class AtLeastDescribed implements OperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        if (method.hasMethodAnnotation(GetMapping.class)) {
            operation.addParametersItem(new QueryParameter()
                    .name(AtLeast.PARAMETER)
                    .description("Waits, 2 seconds at most, until the read models hold the event at this position")
                    .required(false)
                    .schema(new IntegerSchema().format("int64")));
        }
        return operation;
    }
}
