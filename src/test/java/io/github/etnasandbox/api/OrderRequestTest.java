package io.github.etnasandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.journal.HeaderField;
import io.github.etnasandbox.venue.OrderProperty;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderRequestTest {
    /** The media type that an answer repeats, or the errors of the model. */
    private static final Pattern SAID = Pattern.compile(
            "\\{\"Message\":\"The request entity's media type '(.*)' is not supported for this resource.\"}"
                    + "|\\{\"Message\":\"Validation error occured while processing entity\",\"ModelState\":(.*)}");

    private static final String BODY = "{\"Symbol\":\"AAPL\",\"Quantitty\":1}";

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "application/json",
                "text/json",
                "Application/JSON",
                "application/json; charset=utf-8",
                "text/json ;odata=verbose;IEEE754Compatible=true",
            })
    void these_media_types_are_json(String type) {
        assertThat(read(type, BODY)).isEqualTo("AAPL, unknown property /Quantitty is ignored, did you mean Quantity?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/xml                 | application/xml                   |
            Text/Plain; charset=utf-8       | Text/Plain                        |
            application/problem+json        | application/problem+json          |
            json                            | json                              |
            application/x-www-form-urlencoded | application/x-www-form-urlencoded | ' (curl''s -d sends the other by itself: add -H ''Content-Type: application/json'')'
            """)
    void all_others_are_not(String type, String told, String advice) {
        assertThat(read(type, BODY))
                .isEqualTo("415 " + told + ", header Content-Type is '" + told + "'; application/json is needed"
                        + (advice == null ? "" : advice));
    }

    @Test
    void where_there_is_no_body_its_media_type_does_not_matter() {
        assertThat(read("text/plain", "")).isEqualTo("null");
    }

    @Test
    void errors_have_the_name_of_the_frameworks_parameter() {
        assertThat(read("application/json", "{\"Side\":1}"))
                .startsWith("422 {\"modifyParams.Side\":[\"An error has occurred.\"]}, /Side must be one of ");
    }

    @Test
    void contents_of_the_same_bytes_are_equal() {
        assertThat(content("a")).isEqualTo(content("a")).hasSameHashCodeAs(content("a"));
        assertThat(content("a")).isNotEqualTo(content("b"));
        assertThat(content("")).isSameAs(Content.NONE);
    }

    private static Content content(String text) {
        return Content.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(String type, String body) {
        List<HeaderField> fields = type == null ? List.of() : List.of(new HeaderField("content-type", type));
        ApiRequest request = new ApiRequest("PUT", "/x", "http://sandbox/x", null, new Headers(fields), content(body));
        try {
            OrderRequest read = OrderRequest.bind(request, OrderRequest.REPLACE);
            List<String> hints = read.hints();
            return read.parameters().get(OrderProperty.SYMBOL)
                    + (hints.isEmpty() ? "" : ", " + String.join(", ", hints));
        } catch (Refused e) {
            ApiResponse response = e.response();
            Matcher said = SAID.matcher(response.body());
            assertThat(said.matches()).as(response.body()).isTrue();
            String what = said.group(1) == null ? said.group(2) : said.group(1);
            return response.status() + " " + what + ", "
                    + response.checks().get(response.checks().size() - 1).facts();
        }
    }
}
