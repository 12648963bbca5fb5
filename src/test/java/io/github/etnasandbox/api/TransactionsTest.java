package io.github.etnasandbox.api;

import static io.github.etnasandbox.api.Calls.cancel;
import static io.github.etnasandbox.api.Calls.get;
import static io.github.etnasandbox.api.Calls.placed;
import static io.github.etnasandbox.api.Calls.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.account.Transaction;
import io.github.etnasandbox.account.TransactionType;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SandboxTest
class TransactionsTest {
    static final String DOCUMENTED = "{\"Result\":["
            + "{\"Id\":2390187,\"SecurityId\":4,\"OrderStateId\":168831,\"AccountId\":6303,"
            + "\"Date\":\"2019-01-22T14:30:03.7328576Z\",\"Value\":-23485.5,\"Quantity\":150,\"LeavesQuantity\":150,"
            + "\"Fee\":{\"Id\":156823,\"Value\":23355,\"Seizure\":\"Order\",\"Leverage\":1,\"ValueType\":\"Absolute\"},"
            + "\"Type\":\"OrderExecution\",\"IsDayTrade\":false},"
            + "{\"Id\":2387057,\"SecurityId\":-1,\"OrderStateId\":0,\"AccountId\":6303,"
            + "\"Date\":\"2019-01-14T12:29:14.3203481Z\",\"Value\":1000000,\"Quantity\":0,\"LeavesQuantity\":0,"
            + "\"Type\":\"Payment\",\"IsDayTrade\":false,\"Description\":\"Initial deposit\"},"
            + "{\"Id\":2390186,\"SecurityId\":4,\"OrderStateId\":168831,\"AccountId\":6303,"
            + "\"Date\":\"2019-01-22T14:30:03.7328576Z\",\"Value\":-3.75,\"Quantity\":0,\"LeavesQuantity\":0,"
            + "\"Fee\":{\"Id\":156822,\"CommissionId\":\"Per Trade Commission\",\"Value\":3.75,"
            + "\"Seizure\":\"Execution\",\"Leverage\":1,\"ValueType\":\"Absolute\"},"
            + "\"Type\":\"Commission\",\"IsDayTrade\":false}"
            + "],\"NextPageLink\":\"\",\"PreviousPageLink\":\"\",\"TotalCount\":3}";
    private static final String ALL = "/v1.0/accounts/6303/transactions";
    private static final String PAGE = "?pageNumber=0&pageSize=10&sortBy=Quantity&isDesc=true";

    @ParameterizedTest
    @ValueSource(strings = {"", "/"})
    void the_documented_page_comes_to_the_byte(String slash, World world) {
        assertThat(get(world, ALL + slash + PAGE, "admin-token").getBody()).isEqualTo(DOCUMENTED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Id = 2390187                                             | 2390187
            Id in (2387057, 2390186, 1)                              | 2387057 2390186
            Id between 2387057 and 2390186                           | 2387057 2390186
            SecurityId < 0                                           | 2387057
            OrderStateId >= 168831                                   | 2390186 2390187
            AccountId = 6303 and Quantity <= 0                       | 2387057 2390186
            Value > -3.75                                            | 2387057
            Value in (-3.75, -23485.5)                               | 2390186 2390187
            Value between -4 and 0                                   | 2390186
            LeavesQuantity = 150                                     | 2390187
            Date = #2019-01-22T14:30:03.7328576#                     | 2390186 2390187
            Date >= #2019-01-14T00:00:00Z# and Date < #2019-01-22T00:00:00# | 2387057
            Type = 'Payment'                                         | 2387057
            Type in ('Commission', 'Rpl')                            | 2390186
            Type startsWith 'order'                                  | 2390187
            Type endsWith 'ion'                                      | 2390186 2390187
            Description contains 'deposit'                           | 2387057
            IsDayTrade = false and Type contains 'mm'                | 2390186
            IsDayTrade = true                                        | ""
            """)
    void transactions_are_filtered_by_any_member(String filter, String ids, World world) {
        String query = "?pageNumber=0&pageSize=10&sortBy=Id&isDesc=false&filter="
                + URLEncoder.encode(filter, StandardCharsets.UTF_8);
        assertThat(ids(get(world, ALL + query, "admin-token").getBody())).isEqualTo(ids);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Fee = 1          | column 1 of the filter: found 'Fee'; allowed is Id, SecurityId,
            Type > 'A'       | column 6 of the filter: found '>'; allowed is '=', 'contains', 'startsWith', 'endsWith' or 'in'
            Value = 'one'    | column 9 of the filter: found the text 'one'; allowed is a number
            IsDayTrade = 1   | column 14 of the filter: found '1'; allowed is true or false
            """)
    void a_wrong_filter_is_told_where_it_is_wrong(String filter, String reason, World world) {
        String query = PAGE + "&filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8);
        var answer = get(world, ALL + query, "admin-token");
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(reason(answer)).startsWith(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pageNumber", "pageSize", "sortBy", "isDesc"})
    void a_list_without_its_query_is_not_found(String parameter, World world) {
        var answer = get(world, ALL + PAGE.replace(parameter, "other"), "admin-token");
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getBody())
                .isEqualTo(
                        "{\"Error\":{\"Code\":\"UnsupportedApiVersion\",\"Message\":\"The requested resource with API"
                                + " version '1.0' does not support HTTP method 'GET'.\"}}");
        assertThat(reason(answer)).startsWith("query parameter " + parameter + " is missing");
    }

    @Test
    void who_is_no_administrator_is_denied(World world) {
        assertThat(get(world, ALL + PAGE, "trader-token").getStatus()).isEqualTo(401);
    }

    @Test
    void a_fill_books_its_commission_and_its_execution(World world) {
        int id = placed(world, "{'Symbol':'AAPL','Type':'Limit','Side':'Sell','Quantity':50,'Price':160}");
        world.fill(id, 20.0, 160.5);
        List<Transaction> booked = world.transactions(6303);
        assertThat(booked).hasSize(5);
        Transaction commission = booked.get(3);
        assertThat(commission.id()).isEqualTo(2_390_188);
        assertThat(commission.type()).isEqualTo(TransactionType.COMMISSION);
        assertThat(commission.value()).isEqualByComparingTo("-3.75");
        assertThat(commission.orderStateId())
                .isEqualTo(world.order(id).progress().stateId());
        assertThat(commission.fee()).isNotNull().satisfies(fee -> {
            assertThat(fee.id()).isEqualTo(156_824);
            assertThat(fee.commissionId()).isEqualTo("Per Trade Commission");
        });
        Transaction execution = booked.get(4);
        assertThat(execution.type()).isEqualTo(TransactionType.ORDER_EXECUTION);
        assertThat(execution.value()).isEqualByComparingTo("3210");
        assertThat(execution.quantity()).isEqualByComparingTo("-20");
        assertThat(execution.leavesQuantity()).isEqualByComparingTo("50");
        assertThat(execution.date()).isEqualTo(world.now());
    }

    @Test
    void what_is_bought_and_sold_on_one_day_is_a_day_trade(World world) {
        world.fill(placed(world, "{'Symbol':'MSFT','Type':'Limit','Side':'Buy','Quantity':5,'Price':107}"));
        world.fill(placed(world, "{'Symbol':'MSFT','Type':'Limit','Side':'Sell','Quantity':5,'Price':107}"));
        assertThat(world.transactions(6303))
                .extracting(Transaction::dayTrade)
                .containsExactly(false, false, false, false, false, false, true);
    }

    @Test
    void a_cancel_books_nothing(World world) {
        cancel(world, 73552, "admin-token");
        assertThat(world.transactions(6303)).hasSize(3);
    }

    @Test
    void a_combination_books_its_legs(World world) {
        int id = placed(
                world,
                "{'Symbol':'AAPL','Type':'Market','Side':'Buy','Quantity':1,'Legs':["
                        + "{'Symbol':'MSFT','Type':'Market','Side':'Buy','Quantity':1},"
                        + "{'Symbol':'FB','Type':'Market','Side':'Sell','Quantity':1}]}");
        world.fill(id, 1.0, 1.0);
        assertThat(world.transactions(6303).stream().skip(3))
                .extracting(Transaction::securityId)
                .containsExactly(6, 6, 2829, 2829);
    }

    @Nested
    @SandboxTest(dialect = Dialect.AUTOSHARES)
    class at_AutoShares {
        @Test
        void a_page_may_be_left_out(World world) {
            assertThat(ids(get(world, ALL, "trader-token").getBody())).isEqualTo("2390187 2390186 2387057");
        }
    }

    private static String ids(String page) {
        return Pattern.compile("\\{\"Id\":([0-9]+),\"SecurityId\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.joining(" "));
    }
}
