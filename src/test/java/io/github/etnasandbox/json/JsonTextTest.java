package io.github.etnasandbox.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {
    @Test
    void only_what_must_be_escaped_is() {
        assertThat(JsonText.quote("Etna / Émulateur 😀 '")).isEqualTo("\"Etna / Émulateur 😀 '\"");
        assertThat(JsonText.quote("\"\\\n\r\t\b\f\u0000\u001f\u007f"))
                .isEqualTo("\"\\\"\\\\\\n\\r\\t\\b\\f\\u0000\\u001f\u007f\"");
        assertThat(JsonText.quote("")).isEqualTo("\"\"");
    }

    @Test
    void half_a_surrogate_pair_is_escaped_because_it_has_no_utf_8_form() {
        assertThat(JsonText.quote("\ud83d")).isEqualTo("\"\\ud83d\"");
        assertThat(JsonText.quote("a\ude00b")).isEqualTo("\"a\\ude00b\"");
        assertThat(JsonText.quote("\ud83d\ud83d\ude00")).isEqualTo("\"\\ud83d😀\"");
    }

    @ParameterizedTest
    @CsvSource({"'',false", "a😀b,false", "\ud83d,true", "\ude00\ud83d,true", "😀\ude00,true"})
    void half_a_surrogate_pair_is_found(String text, boolean half) {
        assertThat(JsonText.hasHalfPair(text)).isEqualTo(half);
    }
}
