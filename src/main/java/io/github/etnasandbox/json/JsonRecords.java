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
import java.util.function.Function;

/**
 * Writes records as JSON with jackson-databind, the one place that does. Loading it takes a third of the time of a cold
 * start, so no start and no answer of the API comes here.
 */
public final class JsonRecords {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(new Spelling<>(Instant.class, JsonDate::spell))
                    .addSerializer(new Spelling<>(Duration.class, Duration::toString))
                    .addSerializer(new Spelling<>(Enum.class, Word::of)))
            .build();

    private JsonRecords() {}

    /**
     * Writes a record.
     *
     * @return compact JSON in UTF-8
     */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a " + value.getClass() + " cannot be written as JSON", e);
        }
    }

    /**
     * Writes a record, piece by piece.
     *
     * @param out where to; it is closed
     * @throws IOException when {@code out} fails
     */
    public static void write(Object value, OutputStream out) throws IOException {
        MAPPER.writeValue(out, value);
    }

    /** Values of a class as a text. */
    private static final class Spelling<T> extends ToStringSerializerBase {
        private static final long serialVersionUID = 1L;

        private final transient Function<? super T, String> spelling;

        Spelling(Class<T> type, Function<? super T, String> spelling) {
            super(type);
            this.spelling = spelling;
        }

        @Override
        @SuppressWarnings("unchecked") // it was registered for that class
        public String valueToString(Object value) {
            return spelling.apply((T) value);
        }
    }
}
