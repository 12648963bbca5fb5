package io.github.etnasandbox.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.etnasandbox.filter.OrderFilter.And;
import io.github.etnasandbox.filter.OrderFilter.CreatedAfter;
import io.github.etnasandbox.filter.OrderFilter.CreatedBefore;
import io.github.etnasandbox.filter.OrderFilter.InStatus;
import io.github.etnasandbox.filter.OrderFilter.OfSecurity;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderStatus;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OrderFilterTest {
    private static final Instant MARCH = Instant.parse("2019-03-13T18:31:42Z");
    private static final Instant APRIL = Instant.parse("2019-04-01T00:00:00.5Z");
    private static final String AFTER = "CreateDate > #2019-03-13T18:31:42#";

    static Stream<Arguments> filters() {
        return Stream.of(
                filter(AFTER, new CreatedAfter(MARCH, false)),
                filter("CreateDate>=#2019-03-13T18:31:42Z#", new CreatedAfter(MARCH, true)),
                filter("createdate < #2019-03-13T18:31:42#", new CreatedBefore(MARCH, false)),
                filter("CREATEDATE <= #2019-03-13T18:31:42#", new CreatedBefore(MARCH, true)),
                filter(
                        "CreateDate between #2019-03-13T18:31:42# AND #2019-04-01T00:00:00.5#",
                        new And(List.of(new CreatedAfter(MARCH, true), new CreatedBefore(APRIL, true)))),
                filter("SecurityId = 4", new OfSecurity(4)),
                filter("\tsecurityid=-4 ", new OfSecurity(-4)),
                filter("Status in (0)", new InStatus(Set.of(OrderStatus.NEW))),
                filter("status IN(1,16 , 20,-1)", new InStatus(Set.of(OrderStatus.PARTIALLY_FILLED, OrderStatus.HELD))),
                filter("SecurityId = 4 and SecurityId = 5", new OfSecurity(4), new OfSecurity(5)));
    }

    private static Arguments filter(String text, OrderFilter... conditions) {
        return Arguments.of(text, new And(List.of(conditions)));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void a_filter_is_read_as_a_value(String text, OrderFilter expected) {
        assertThat(OrderFilter.parse(text)).isEqualTo(expected);
    }

    @Test
    void a_blank_filter_lets_everything_through() {
        assertThat(OrderFilter.parse(" ")).isEqualTo(OrderFilter.ALL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Price = 1                         | 1  | 'Price' | CreateDate, SecurityId, Status
            SecurtyId = 1                     | 1  | 'SecurtyId' | CreateDate, SecurityId, Status; did you mean SecurityId?
            SecurityId                        | 11 | the end | '='
            SecurityId > 4                    | 12 | '>'     | '='
            SecurityId = four                 | 14 | 'four'  | a number
            SecurityId = 2147483648           | 14 | '2147483648' | an int32 (-2147483648 to 2147483647)
            SecurityId = 4 or SecurityId = 5  | 16 | 'or'    | 'and' or the end
            SecurityId = 4 and                | 19 | the end | CreateDate, SecurityId, Status
            Status = 4                        | 8  | '='     | 'in'
            Status in 4                       | 11 | '4'     | '('
            Status in ()                      | 12 | ')'     | a number
            Status in (New)                   | 12 | 'New'   | a number
            Status in (0 1)                   | 14 | '1'     | ',' or ')'
            Status in (0                      | 13 | the end | ',' or ')'
            CreateDate = #2019-03-13T18:31:42# | 12 | '='    | '>', '>=', '<', '<=' or 'between'
            CreateDate > 2019                 | 14 | '2019'  | a date in UTC such as #2019-03-13T18:31:42#
            CreateDate > #2019-02-30T00:00:00# | 14 | '#2019-02-30T00:00:00#' | a date in UTC such as #2019-03-13T18:31:42#
            CreateDate > #2019-03-13          | 25 | the end | the '#' that closes the date
            CreateDate between #2019-03-13T18:31:42# | 41 | the end | 'and'
            (SecurityId = 4)                  | 1  | '('     | CreateDate, SecurityId, Status
            """)
    void a_wrong_filter_is_told_where_it_is_wrong_and_what_would_be_right(
            String filter, int column, String found, String allowed) {
        assertThatThrownBy(() -> OrderFilter.parse(filter))
                .isInstanceOf(FilterException.class)
                .hasMessage("column " + column + " of the filter: found " + found + "; allowed is " + allowed);
    }

    @Test
    void the_edges_of_a_range_are_in_it_only_where_the_sign_says_so() {
        Order order = Fixtures.named("docs")
                .load()
                .state()
                .orders()
                .values()
                .iterator()
                .next();
        Instant placed = order.terms().createDate();
        assertThat(new CreatedAfter(placed, true).holds(order)).isTrue();
        assertThat(new CreatedAfter(placed, false).holds(order)).isFalse();
        assertThat(new CreatedBefore(placed, true).holds(order)).isTrue();
        assertThat(new CreatedBefore(placed, false).holds(order)).isFalse();
        assertThat(new CreatedAfter(placed.minusNanos(1), false).holds(order)).isTrue();
        assertThat(new CreatedBefore(placed.plusNanos(1), false).holds(order)).isTrue();
    }
}
