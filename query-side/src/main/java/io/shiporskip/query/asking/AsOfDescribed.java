package io.shiporskip.query.asking;

import io.shiporskip.query.projecting.asof.AsOf;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Says in the API's description of every read that has it what {@code asOf} takes. */
@Component
final class AsOfDescribed implements OperationCustomizer {

    AsOfDescribed() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(AsOf.class);
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        if (Arrays.stream(method.getMethodParameters()).anyMatch(one -> one.getParameterType() == AsOf.class)) {
            operation.addParametersItem(new QueryParameter()
                    .name(AsOfResolver.PARAMETER)
                    .description(
                            "What was true at a moment: a position of the log, from 0, or an RFC 3339 instant, which "
                                    + "means the end of the last block that was not written later. The answer says which "
                                    + "position that is; an answer as of a position never changes")
                    .required(false)
                    .schema(new StringSchema()));
        }
        return operation;
    }
}
