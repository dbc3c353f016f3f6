package io.shiporskip.log.axon;

import java.util.Collection;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.ByteArrayToJsonNodeConverter;
import org.axonframework.serialization.jackson3.JsonNodeToByteArrayConverter;
import org.axonframework.serialization.jackson3.JsonNodeToObjectNodeConverter;
import org.axonframework.serialization.jackson3.MetaDataDeserializer;
import org.axonframework.serialization.jackson3.ObjectNodeToJsonNodeConverter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Writes events as JSON under their stable names and revisions, where Axon's own serializers write class names. It
 * reads known kinds alone: an unknown one is an error, never skipped and never a class looked up by its name.
 */
public final class NamedTypeSerializer implements Serializer {

    private final EventTypeNames names;
    private final JsonMapper mapper;
    private final ChainingConverter converter = new ChainingConverter();

    /** @throws IllegalArgumentException when two kinds share a name or a class */
    public NamedTypeSerializer(Collection<EventTypeName> types, JsonMapper mapper) {
        this.names = new EventTypeNames(types);
        this.mapper = mapper.rebuild()
                .addModule(
                        new SimpleModule("Axon's metadata").addDeserializer(MetaData.class, new MetaDataDeserializer()))
                .build();
        converter.registerConverter(new JsonNodeToByteArrayConverter(this.mapper));
        converter.registerConverter(new ByteArrayToJsonNodeConverter(this.mapper));
        converter.registerConverter(new JsonNodeToObjectNodeConverter());
        converter.registerConverter(new ObjectNodeToJsonNodeConverter());
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
        SerializedType type = typeForClass(object == null ? Void.class : object.getClass());
        try {
            String json = mapper.writeValueAsString(object);
            return new SimpleSerializedObject<>(
                    converter.convert(json, String.class, representation), representation, type);
        } catch (JacksonException e) {
            throw new SerializationException(type.getName() + " cannot be written as JSON", e);
        }
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"}) // Axon's contract asks for both
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        if (serialized.getType().equals(SerializedType.emptyType())) {
            return null;
        }
        Class<?> type = classForType(serialized.getType());
        try {
            Object read = JsonNode.class.isAssignableFrom(serialized.getContentType())
                    ? mapper.treeToValue((JsonNode) serialized.getData(), type)
                    : mapper.readValue(
                            converter.convert(serialized, String.class).getData(), type);
            return (T) read;
        } catch (JacksonException e) {
            throw new SerializationException(
                    serialized.getType().getName() + " of revision "
                            + serialized.getType().getRevision() + " cannot be read",
                    e);
        }
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return converter.canConvert(String.class, representation);
    }

    @Override
    @SuppressWarnings("rawtypes") // Axon's signature
    public Class classForType(SerializedType type) {
        return type.equals(SerializedType.emptyType()) ? Void.class : names.classOf(type);
    }

    @Override
    @SuppressWarnings("rawtypes") // Axon's signature
    public SerializedType typeForClass(@Nullable Class type) {
        return type == null || type == Void.class || type == void.class
                ? SerializedType.emptyType()
                : names.of((Class<?>) type);
    }

    @Override
    public Converter getConverter() {
        return converter;
    }
}
