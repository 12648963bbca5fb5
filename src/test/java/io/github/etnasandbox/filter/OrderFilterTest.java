package io.github.etnasandbox.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.etnasandbox.fixture.FixtureText;
import io.github.etnasandbox.order.Order;
import java.util.Collection;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderFilterTest {
    private static final Collection<Order> ORDERS = FixtureText.withOrders("["
                    + order(1, 4, "2019-03-13T18:31:41.9999999Z", "New")
                    + "," + order(2, 4, "2019-03-13T18:31:42Z", "PendingCancel")
                    + "," + order(3, -4, "2019-03-13T18:31:42.0000001Z", "Held")
                    + "," + order(4, 5, "2019-04-01T00:00:00.5Z", "New")
                    + "," + order(5, 5, "2019-04-01T00:00:00.5000001Z", "Canceled")
                    + "," + order(15, 4, "1969-12-31T23:59:59.9999998Z", "Rejected")
                    + "," + order(16, 2147483647, "0001-01-01T00:00:00Z", "Canceled")
                    + "," + order(17, -2147483648, "1969-12-31T23:59:59.9999999Z", "Expired")
                    + "," + order(2000000000, 6, "9999-12-31T23:59:59.9999999Z", "PendingNew") + "]")
            .state()
            .orders()
            .values();

    private static String order(int id, int securityId, String createDate, String status) {
        return "{\"Id\":" + id + ",\"AccountId\":10,\"UserId\":7,\"Quantity\":100,\"Side\":\"Buy\",\"SecurityId\":"
                + securityId + ",\"CreateDate\":\"" + createDate + "\",\"Status\":\"" + status + "\"}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            CreateDate > #2019-03-13T18:31:42#                   | 3 4 5 2000000000
            CreateDate>=#2019-03-13T18:31:42Z#                   | 2 3 4 5 2000000000
            createdate < #2019-03-13T18:31:42#                   | 1 15 16 17
            CREATEDATE <= #2019-03-13T18:31:42#                  | 1 2 15 16 17
            CreateDate between #2019-03-13T18:31:42# AND #2019-04-01T00:00:00.5# | 2 3 4
            CreateDate > #1969-12-31T23:59:59.9999998#           | 1 2 3 4 5 17 2000000000
            CreateDate <= #0001-01-01T00:00:00#                  | 16
            CreateDate between #1969-12-31T23:59:59.9999999# and #9999-12-31T23:59:59.9999999# | 1 2 3 4 5 17 2000000000
            SecurityId = 4                                       | 1 2 15
            securityid=-4                                        | 3
            SecurityId = -2147483648                             | 17
            Status in (0)                                        | 1 4
            status IN(6,16 , 20,-1)                              | 2 3
            SecurityId = 4 and Status in (6)                     | 2
            SecurityId = 4 and SecurityId = 5                    | ''
            """)
    void a_filter_lets_through_what_it_says(String filter, String ids) {
        assertThat(ORDERS.stream()
                        .filter(OrderFilter.LANGUAGE.parse("\t" + filter + " "))
                        .map(order -> order.id().toString())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(ids);
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
        assertThatThrownBy(() -> OrderFilter.LANGUAGE.parse(filter))
                .isInstanceOf(FilterException.class)
                .hasMessage("column " + column + " of the filter: found " + found + "; allowed is " + allowed);
    }
}
