package io.github.etnasandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/json                                  | true
            text/json;q=0.2                            | true
            text/json, application/json                | true
            application/json, text/json                | false
            application/json;q=0.1, text/json;q=0.2    | true
            text/json;q=0                              | false
            text/json;q=nonsense                       | false
            text/*                                     | true
            */*                                        | false
            text/html                                  | false
            ''                                         | false
            ,;,=                                       | false
            """)
    void text_json_is_preferred_by_weight_and_then_by_place(String header, boolean preferred) {
        assertThat(Reply.prefersTextJson(header)).isEqualTo(preferred);
    }
}
