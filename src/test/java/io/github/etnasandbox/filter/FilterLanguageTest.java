package io.github.etnasandbox.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operators and values that any list may have. */
class FilterLanguageTest {
    private record Thing(String name, @Nullable Double cash, boolean good, Instant date) {}

    private static final FilterLanguage<Thing> LANGUAGE = new FilterLanguage<>(List.of(
            FilterField.text("Name", Thing::name),
            FilterField.number("Cash", Thing::cash),
            FilterField.flag("Good", Thing::good),
            FilterField.date("Date", Thing::date)));

    private static final List<Thing> THINGS = List.of(
            new Thing("Abc", -1.5, true, Instant.parse("2019-01-01T00:00:00Z")),
            new Thing("bcd", 2500.0, false, Instant.parse("2019-01-02T00:00:00Z")),
            new Thing("it's", null, true, Instant.parse("2019-01-03T00:00:00Z")),
            new Thing("6303", 0.0, false, Instant.parse("2019-01-04T00:00:00.0000001Z")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', emptyValue = "", textBlock = """
            Name = 'abc'                              | Abc
            Name contains 'BC'                        | Abc bcd
            Name STARTSWITH 'b'                       | bcd
            name endsWith 'C'                         | Abc
            Name in ('abc', 'it''s')                  | Abc it's
            Name = 6303                               | 6303
            Name = ''                                 | ""
            Cash = 0                                  | 6303
            Cash >= -1.5 and Cash < 2500              | Abc 6303
            Cash between 0 and 2500                   | bcd 6303
            Cash in (2500, -1.5)                      | Abc bcd
            Good = true and Date > #2019-01-01T00:00:00# | it's
            Good = FALSE                              | bcd 6303
            Date = #2019-01-02T00:00:00Z#             | bcd
            Date >= #2019-01-04T00:00:00.0000001#     | 6303
            """)
    void a_condition_holds_for_what_it_says(String filter, String names) {
        assertThat(THINGS.stream()
                        .filter(LANGUAGE.parse(filter))
                        .map(Thing::name)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Name > 'a'         | 6  | '>'         | '=', 'contains', 'startsWith', 'endsWith' or 'in'
            Name = abc         | 8  | 'abc'       | a text such as 'AAPL'
            Name = 'abc        | 12 | the end     | the ''' that closes the text
            Cash = 'abc'       | 8  | the text 'abc' | a number
            Cash contains 1    | 6  | 'contains'  | '=', '<', '>', '<=', '>=', 'in' or 'between'
            Good = 1           | 8  | '1'         | true or false
            Good in (true)     | 6  | 'in'        | '='
            'Name' = 'abc'     | 1  | the text 'Name' | Name, Cash, Good, Date; did you mean Name?
            Name = 'abc' 'and' | 14 | the text 'and' | 'and' or the end
            """)
    void a_wrong_condition_is_told_where_it_is_wrong(String filter, int column, String found, String allowed) {
        assertThatThrownBy(() -> LANGUAGE.parse(filter))
                .isInstanceOf(FilterException.class)
                .hasMessage("column " + column + " of the filter: found " + found + "; allowed is " + allowed);
    }
}
