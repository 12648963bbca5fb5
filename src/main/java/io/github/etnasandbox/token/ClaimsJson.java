package io.github.etnasandbox.token;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.jsonwebtoken.io.AbstractDeserializer;
import io.jsonwebtoken.io.AbstractSerializer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads and writes the flat JSON objects that the tokens here are made of, so that jjwt needs no JSON library of its own
 * on the users' class path. Members keep their order, and so the same claims give the same bytes.
 */
final class ClaimsJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private ClaimsJson() {}

    static final class Writer extends AbstractSerializer<Map<String, ?>> {
        @Override
        protected void doSerialize(Map<String, ?> claims, OutputStream out) throws IOException {
            try (JsonGenerator json = FACTORY.createGenerator(out)) {
                json.writeStartObject();
                for (Map.Entry<String, ?> claim : claims.entrySet()) {
                    json.writeFieldName(claim.getKey());
                    Object value = claim.getValue();
                    if (value instanceof Long || value instanceof Integer) {
                        json.writeNumber(((Number) value).longValue());
                    } else if (value instanceof Boolean flag) {
                        json.writeBoolean(flag);
                    } else {
                        json.writeString(String.valueOf(value));
                    }
                }
                json.writeEndObject();
            }
        }
    }

    static final class Parser extends AbstractDeserializer<Map<String, ?>> {
        @Override
        protected Map<String, ?> doDeserialize(Reader reader) throws IOException {
            Map<String, Object> claims = new LinkedHashMap<>();
            try (JsonParser json = FACTORY.createParser(reader)) {
                if (json.nextToken() != JsonToken.START_OBJECT) {
                    throw new IOException("a token's header and claims are JSON objects");
                }
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String name = json.currentName();
                    claims.put(name, scalar(json, json.nextToken()));
                }
            }
            return claims;
        }

        private static Object scalar(JsonParser json, JsonToken token) throws IOException {
            return switch (token) {
                case VALUE_STRING -> json.getText();
                case VALUE_NUMBER_INT -> json.getLongValue();
                case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
                default ->
                    throw new IOException("the claims of the tokens here are strings, whole numbers and booleans");
            };
        }
    }
}
