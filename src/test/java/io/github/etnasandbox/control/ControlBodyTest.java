package io.github.etnasandbox.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.etnasandbox.json.Field;
import io.github.etnasandbox.json.Found;
import io.github.etnasandbox.json.Kinds;
import io.github.etnasandbox.json.Shape;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlBodyTest {
    private enum Colour {
        RED,
        SKY_BLUE
    }

    private static final Shape<Void> OWNER_SHAPE = Shape.strict();
    private static final Field<Void, String> NAME = OWNER_SHAPE.required("name", Kinds.TEXT);

    private static final Shape<Void> ALL = Shape.strict();
    private static final Field<Void, String> NOTE = ALL.optional("note", Kinds.TEXT);
    private static final Field<Void, Double> PRICE = ALL.optional("price", Kinds.QUANTITY);
    private static final Field<Void, Duration> AFTER = ALL.optional("after", Kinds.DURATION);
    private static final Field<Void, Duration> LIMIT = ALL.optional("limit", Kinds.durationUpTo(Duration.ofMinutes(5)));
    private static final Field<Void, Instant> SINCE = ALL.optional("since", Kinds.DATE);
    private static final Field<Void, Colour> COLOUR = ALL.optional("colour", Kinds.words(Colour.values()));
    private static final Field<Void, Integer> COUNT =
            ALL.optional("count", Kinds.parsed("a text with digits", Integer::valueOf));
    private static final Field<Void, Found<Void>> OWNER = ALL.optional("owner", Kinds.object(OWNER_SHAPE));

    @Test
    void every_kind_of_member_is_read() {
        Found<Void> body = read("""
                {"note": "x", "price": 156.57, "after": "PT2S", "limit": "PT5M", "since": "2019-01-21T15:30:00Z",
                 "colour": "sky-blue", "count": "7", "owner": {"name": "ann"}}
                """);
        assertThat(body.get(NOTE)).isEqualTo("x");
        assertThat(body.get(PRICE)).isEqualTo(156.57);
        assertThat(body.get(AFTER)).isEqualTo(Duration.ofSeconds(2));
        assertThat(body.get(LIMIT)).isEqualTo(Duration.ofMinutes(5));
        assertThat(body.get(SINCE)).isEqualTo(Instant.parse("2019-01-21T15:30:00Z"));
        assertThat(body.get(COLOUR)).isEqualTo(Colour.SKY_BLUE);
        assertThat(body.get(COUNT)).isEqualTo(7);
        assertThat(body.get(OWNER).get(NAME)).isEqualTo("ann");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"note\": null}"})
    void an_optional_member_may_be_left_out_or_null(String body) {
        assertThat(read(body).find(NOTE)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"note": 7}                        | request body:1:10: /note: must be a text, found 7
            {"price": "7"}                     | request body:1:11: /price: must be a number from 0 to 1000000000000, found "7"
            {"price": 1e999}                   | /price: must be a number from 0 to 1000000000000, found 1e999
            {"after": "2s"}                    | /after: must be an ISO 8601 duration such as "PT2S" or "PT24H", found "2s"
            {"limit": "PT0S"}                  | /limit: must be an ISO 8601 duration such as "PT2S", more than zero
            {"limit": "PT-1S"}                 | more than zero and at most "PT5M", found "PT-1S"
            {"limit": "PT5M0.001S"}            | at most "PT5M", found "PT5M0.001S"
            {"since": "today"}                 | /since: must be an instant such as "2019-01-22T15:30:00Z", found "today"
            {"colour": "blue"}                 | /colour: must be one of red, sky-blue, found "blue"
            {"colour": "SKY_BLUE"}             | found "SKY_BLUE"; did you mean "sky-blue"?
            {"colour": ["red"]}                | /colour: must be one of red, sky-blue, found an array
            {"count": 7}                       | /count: must be a text with digits, found 7
            {"count": "x"}                     | /count: must be a text with digits, found "x"
            {"owner": []}                      | /owner: must be an object, found an array
            {"owner": {}}                      | request body:1:11: /owner: 'name' is missing
            {"owner": {"name": null}}          | /owner/name: must be a text, found null
            {"owner": {"name": "a", "nam": 1}} | /owner/nam: unknown member 'nam'; allowed are name; did you mean 'name'?
            {"note": "x", "note": "y"}         | request body:1:15: /note: 'note' appears twice in this object
            []                                 | request body:1:1: must be an object, found an array
            {} 7                               | request body:1:4: there is more after the end of the object, found 7
            {"note": x}                        | not JSON: Unrecognized token 'x'
            """)
    void what_is_wrong_is_told_with_its_place(String body, String problem) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(Problem.class).hasMessageContaining(problem);
    }

    @Test
    void an_empty_body_is_told_so() {
        assertThatThrownBy(() -> read("")).hasMessageContaining("must be an object, found nothing");
    }

    @Test
    void a_body_that_is_no_utf8_is_told_so() {
        byte[] latin1 = "{\"note\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> ControlCall.read(latin1, Kinds.object(ALL)))
                .hasMessageContaining("not UTF-8: a byte 0x");
    }

    @Test
    void all_problems_are_told_up_to_the_one_that_ends_the_reading() {
        assertThatThrownBy(() -> read("{\"note\": 7, \"owner\": {\"nam\": {}}, \"price\": []"))
                .hasMessage("the body has 5 problems; nothing was changed");
    }

    @Test
    void no_more_problems_are_collected_than_a_person_reads() {
        String body = "{" + "\"note\": 7,".repeat(1_000) + "\"note\": 7}";
        assertThatThrownBy(() -> read(body)).hasMessageContaining("the body has 100 problems");
    }

    private static Found<Void> read(String body) {
        return ControlCall.read(body.getBytes(StandardCharsets.UTF_8), Kinds.object(ALL));
    }
}
