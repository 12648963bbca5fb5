package io.github.etnasandbox.json;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

/**
 * A value in a record of {@link JsonRecords} that is JSON already, its numbers digit by digit.
 *
 * @param json the value, compact when it was read
 */
@JsonDeserialize(using = RawJson.Reader.class)
public record RawJson(@JsonValue @JsonRawValue String json) {

    static final class Reader extends StdDeserializer<RawJson> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(RawJson.class);
        }

        @Override
        public RawJson deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return new RawJson(JsonObjectWriter.copyOf(parser));
        }
    }
}
