package io.github.etnasandbox.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializerBase;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes records as JSON, and reads its own, with jackson-databind, the one place that does. Loading it takes a third of
 * the time of a cold start, so no start and no answer of the API comes here.
 */
public final class JsonRecords {
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, new Spelling())
                    .addSerializer(Duration.class, new Spelling())
                    .addSerializer(Enum.class, new Spelling())
                    .addDeserializer(Instant.class, new Parsing<>(Instant.class, Instant::parse))
                    .addDeserializer(Duration.class, new Parsing<>(Duration.class, Duration::parse)))
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS) // what a record answers about its members is none of them
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** What a message says of our classes, which is of no use to who wrote the text. */
    private static final Pattern OWN_CLASSES = Pattern.compile(" \\(class [^)]*\\), not marked as ignorable");

    private JsonRecords() {}

    /** Writes a record as compact JSON in UTF-8. */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a " + value.getClass() + " cannot be written as JSON", e);
        }
    }

    /** Reads a record that was written here; one that refuses its members says so by its message. */
    public static <T> T read(byte[] json, Class<T> type) throws IOException {
        return MAPPER.readValue(json, type);
    }

    /** Why a record could not be read, and where, for a person. */
    public static String problem(IOException fault) {
        if (!(fault instanceof JsonProcessingException unread)) {
            return String.valueOf(fault.getMessage());
        }
        String path = unread instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                        .collect(Collectors.joining())
                : "";
        JsonLocation place = unread.getLocation();
        String where = place == null ? "" : "line " + place.getLineNr() + ", column " + place.getColumnNr();
        Throwable refused = unread.getCause();
        String why = refused instanceof NullPointerException || refused instanceof IllegalArgumentException
                ? String.valueOf(refused.getMessage())
                : unread.getOriginalMessage();
        return where + (path.isEmpty() ? "" : " (" + path + ")") + ": "
                + OWN_CLASSES
                        .matcher(why.lines().findFirst().orElse("not JSON"))
                        .replaceAll("");
    }

    /** Describes the records of a class as JSON Schema. */
    public static Map<String, Object> schema(Class<?> type, Schemas schemas) {
        return RecordSchema.of(type, schemas);
    }

    /** Writes a record, piece by piece, and closes where it is written to. */
    public static void write(Object value, OutputStream out) throws IOException {
        MAPPER.writeValue(out, value);
    }

    /** A value from the text that stands for it. */
    private static final class Parsing<T> extends FromStringDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> parse;

        Parsing(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        protected T _deserialize(String text, DeserializationContext context) {
            return parse.apply(text);
        }
    }

    /** A value as the text that the API spells it as. */
    private static final class Spelling extends ToStringSerializerBase {
        private static final long serialVersionUID = 1L;

        Spelling() {
            super(Object.class);
        }

        @Override
        public String valueToString(Object value) {
            return value instanceof Instant date
                    ? JsonDate.spell(date)
                    : value instanceof Enum<?> constant ? Word.of(constant) : value.toString();
        }
    }
}
