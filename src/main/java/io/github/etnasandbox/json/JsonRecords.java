package io.github.etnasandbox.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializerBase;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Writes records as JSON, and reads its own, with jackson-databind, the one place that does. Loading it takes a third of the time of a cold
 * start, so no start and no answer of the API comes here.
 */
public final class JsonRecords {
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, new Spelling())
                    .addSerializer(Duration.class, new Spelling())
                    .addSerializer(Enum.class, new Spelling()))
            .build();

    private JsonRecords() {}

    /** Writes a record as compact JSON in UTF-8. */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a " + value.getClass() + " cannot be written as JSON", e);
        }
    }

    /** Reads a record that was written here. */
    public static <T> T read(byte[] json, Class<T> type) throws IOException {
        return MAPPER.readValue(json, type);
    }

    /** Describes the records of a class as JSON Schema. */
    public static Map<String, Object> schema(Class<?> type, Schemas schemas) {
        return RecordSchema.of(type, schemas);
    }

    /** Writes a record, piece by piece, and closes where it is written to. */
    public static void write(Object value, OutputStream out) throws IOException {
        MAPPER.writeValue(out, value);
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
