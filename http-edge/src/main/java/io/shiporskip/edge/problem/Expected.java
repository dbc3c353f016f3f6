package io.shiporskip.edge.problem;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Field;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a value should have been, said to people. */
final class Expected {

    private static final Set<Class<?>> WHOLE =
            Set.of(int.class, Integer.class, long.class, Long.class, short.class, Short.class);

    private static final Set<Class<?>> BROKEN = Set.of(double.class, Double.class, float.class, Float.class);

    private Expected() {}

    /** Such as "must be a whole number" or "must be one of ship, skip". */
    static String phrase(@Nullable Class<?> type) {
        if (type == null) {
            return "is not of the right kind";
        }
        if (type.isEnum()) {
            return "must be one of " + constants(type);
        }
        return "must be " + noun(type);
    }

    private static String noun(Class<?> type) {
        if (WHOLE.contains(type)) {
            return "a whole number";
        }
        if (BROKEN.contains(type)) {
            return "a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a text";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "an RFC 3339 time";
        }
        return type.isArray() || Iterable.class.isAssignableFrom(type) ? "a list" : "of another kind";
    }

    private static String constants(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(Field::isEnumConstant)
                .map(Expected::jsonName)
                .collect(Collectors.joining(", "));
    }

    private static String jsonName(Field constant) {
        JsonProperty name = constant.getAnnotation(JsonProperty.class);
        return name == null || name.value().isEmpty() ? constant.getName() : name.value();
    }
}
