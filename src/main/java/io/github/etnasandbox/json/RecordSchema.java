package io.github.etnasandbox.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonBooleanFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonIntegerFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonStringFormatVisitor;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Describes records as JSON Schema, as {@link JsonRecords} writes them: databind visits a type by the same properties by
 * which it writes it.
 */
final class RecordSchema extends JsonFormatVisitorWrapper.Base {
    private final Schemas schemas;
    private Map<String, Object> found = Schemas.of();
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();

    private RecordSchema(Schemas schemas) {
        this.schemas = schemas;
    }

    static Map<String, Object> of(Class<?> type, Schemas schemas) {
        if (type == RawJson.class) {
            return anyJson();
        }
        if (!type.isRecord()) {
            return described(type, schemas);
        }
        return schemas.named(Schemas.name(type), () -> described(type, schemas));
    }

    private static Map<String, Object> anyJson() {
        return Schemas.of("description", "any JSON");
    }

    private static Map<String, Object> described(Class<?> type, Schemas schemas) {
        RecordSchema visitor = new RecordSchema(schemas);
        try {
            JsonRecords.MAPPER.acceptJsonFormatVisitor(type, visitor);
        } catch (JsonMappingException e) {
            throw new IllegalStateException("a " + type + " cannot be described", e);
        }
        return visitor.properties.isEmpty()
                ? visitor.found
                : Schemas.object(visitor.properties, visitor.required, false);
    }

    @Override
    public JsonObjectFormatVisitor expectObjectFormat(JavaType type) {
        return new JsonObjectFormatVisitor.Base(getProvider()) {
            @Override
            public void property(BeanProperty property) {
                add(property);
            }

            @Override
            public void optionalProperty(BeanProperty property) {
                add(property);
            }
        };
    }

    private void add(BeanProperty property) {
        Map<String, Object> schema =
                property.getAnnotation(JsonRawValue.class) == null ? ofType(property.getType()) : anyJson();
        boolean mayBeNull = isNullable(property);
        if (!isLeftOut(property)) {
            required.add(property.getName());
            schema = mayBeNull ? orNull(schema) : schema;
        }
        properties.put(property.getName(), schema);
    }

    private static boolean isLeftOut(BeanProperty property) {
        JsonInclude ofMember = property.getAnnotation(JsonInclude.class);
        if (ofMember != null) {
            return ofMember.value() != JsonInclude.Include.ALWAYS;
        }
        JsonInclude ofClass = property.getMember().getDeclaringClass().getAnnotation(JsonInclude.class);
        return ofClass != null
                && (isNullable(property)
                        || (ofClass.value() == JsonInclude.Include.NON_EMPTY
                                && property.getType().isContainerType()));
    }

    private static boolean isNullable(BeanProperty property) {
        Object member = property.getMember().getMember();
        AnnotatedType type =
                member instanceof Method method ? method.getAnnotatedReturnType() : ((Field) member).getAnnotatedType();
        return type.isAnnotationPresent(Nullable.class);
    }

    private static Map<String, Object> orNull(Map<String, Object> schema) {
        if (schema.get("type") instanceof String type) {
            Map<String, Object> both = new LinkedHashMap<>(schema);
            both.put("type", List.of(type, "null"));
            return both;
        }
        return schema.containsKey("$ref") ? Schemas.of("anyOf", List.of(schema, Schemas.of("type", "null"))) : schema;
    }

    private Map<String, Object> ofType(JavaType type) {
        if (type.isCollectionLikeType()) {
            return Schemas.of("type", "array", "items", ofType(type.getContentType()));
        }
        return type.isMapLikeType()
                ? Schemas.of("type", "object", "additionalProperties", ofType(type.getContentType()))
                : of(type.getRawClass(), schemas);
    }

    @Override
    public JsonStringFormatVisitor expectStringFormat(JavaType type) {
        Class<?> of = type.getRawClass();
        if (of.isEnum()) {
            found = schemas.words(
                    of,
                    Arrays.stream(of.getEnumConstants())
                            .map(constant -> Word.of((Enum<?>) constant))
                            .toList());
        } else {
            String format = of == Instant.class ? "date-time" : of == Duration.class ? "duration" : null;
            found = Schemas.of("type", "string", "format", format);
        }
        return new JsonStringFormatVisitor.Base();
    }

    @Override
    public JsonIntegerFormatVisitor expectIntegerFormat(JavaType type) {
        boolean isLong = type.getRawClass() == long.class || type.getRawClass() == Long.class;
        found = Schemas.of("type", "integer", "format", isLong ? "int64" : "int32");
        return new JsonIntegerFormatVisitor.Base();
    }

    @Override
    public JsonBooleanFormatVisitor expectBooleanFormat(JavaType type) {
        found = Schemas.of("type", "boolean");
        return new JsonBooleanFormatVisitor.Base();
    }
}
