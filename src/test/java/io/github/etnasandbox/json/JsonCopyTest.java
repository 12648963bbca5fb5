package io.github.etnasandbox.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonCopyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1.50 | 1.50",
                "-0.00 | -0.00",
                "1E+400 | 1E+400",
                "12345678901234567890123 | 12345678901234567890123",
                "true | true",
                "null | null",
                "\"a \\u0041\\/\" | \"a A/\"",
                "[ ] | []",
                "{ } | {}",
                "[ 1 , [ \"x\" , null ] , { \"a\" : 1.0 , \"b\" : [ ] } ] | [1,[\"x\",null],{\"a\":1.0,\"b\":[]}]",
            })
    void a_value_is_copied_compact_with_its_numbers_as_written(String written, String copied) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser("[" + written + ", 7]")) {
            parser.nextToken();
            parser.nextToken();

            assertThat(JsonObjectWriter.copyOf(parser)).isEqualTo(copied);
            assertThat(parser.nextToken()).isEqualTo(JsonToken.VALUE_NUMBER_INT);
        }
    }

    @Test
    void a_value_that_does_not_end_is_refused() throws IOException {
        try (JsonParser parser = new JsonFactory().createParser("[1, {\"a\": [")) {
            parser.nextToken();

            assertThatThrownBy(() -> JsonObjectWriter.copyOf(parser)).isInstanceOf(JsonProcessingException.class);
        }
    }
}
