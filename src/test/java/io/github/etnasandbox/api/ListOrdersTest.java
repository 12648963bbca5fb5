package io.github.etnasandbox.api;

import static io.github.etnasandbox.api.Calls.cancel;
import static io.github.etnasandbox.api.Calls.get;
import static io.github.etnasandbox.api.Calls.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kong.unirest.core.HttpResponse;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SandboxTest
class ListOrdersTest {
    private static final String ORDERS = "/v1.0/accounts/6303/orders";

    @Test
    void the_documented_page_holds_the_documented_orders(World world) {
        var answer = list(world, "pageNumber=0&pageSize=2");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(ids(answer)).containsExactly(73552, 75225);
        assertThat(answer.getBody())
                .startsWith("{\"Result\":[{\"Id\":73552,")
                .endsWith("}],\"NextPageLink\":\"" + world.apiUrl() + ORDERS
                        + "?pageNumber=1&pageSize=2\",\"PreviousPageLink\":\"\",\"TotalCount\":5}");
    }

    @Test
    void an_order_in_a_list_is_the_order_by_itself(World world) {
        String order = get(world, ORDERS + "/75225", "admin-token").getBody();
        assertThat(list(world, "pageNumber=1&pageSize=1").getBody()).startsWith("{\"Result\":[" + order + "],");
    }

    @Test
    void links_lead_through_all_pages_and_back(World world) {
        var first = list(world, "pageSize=2&pageNumber=0&desc=true");
        var second = follow(first, "NextPageLink");
        var third = follow(second, "NextPageLink");

        assertThat(ids(first)).containsExactly(80328, 75302);
        assertThat(ids(second)).containsExactly(75301, 75225);
        assertThat(ids(third)).containsExactly(73552);
        assertThat(link(third, "NextPageLink")).isEmpty();
        assertThat(follow(third, "PreviousPageLink").getBody()).isEqualTo(second.getBody());
    }

    @Test
    void a_link_repeats_the_other_parameters_as_they_were_sent(World world) {
        String query = "filter=Status%20in+%280,1%2C2%29&PAGENUMBER=1&pageSize=1&x=%22&pageNumber=7";
        var answer = list(world, query);
        assertThat(ids(answer)).containsExactly(75301);
        assertThat(link(answer, "NextPageLink"))
                .isEqualTo(world.apiUrl() + ORDERS + "?" + query.replace("PAGENUMBER=1", "pageNumber=2"));
        assertThat(ids(follow(answer, "NextPageLink"))).containsExactly(75302);
    }

    @Test
    void a_page_beyond_the_last_is_empty(World world) {
        assertThat(list(world, "pageNumber=2147483647&pageSize=100").getBody())
                .isEqualTo("{\"Result\":[],\"NextPageLink\":\"\",\"PreviousPageLink\":\"\",\"TotalCount\":5}");
    }

    @Test
    void a_page_behind_the_last_leads_back(World world) {
        assertThat(link(list(world, "pageNumber=3&pageSize=2"), "PreviousPageLink"))
                .endsWith("?pageNumber=2&pageSize=2");
    }

    @Test
    void a_cancelled_order_is_still_listed(World world) {
        cancel(world, 73552, "admin-token");
        assertThat(ids(filtered(world, "Status in (4)"))).containsExactly(73552);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SecurityId = 4 and Status in (0,1,2,3,4,5,6,7,8,9,20)          | 73552 75301
            securityid=4 AND STATUS IN ( 10 )                              | 80328
            CreateDate > #2019-01-21T15:12:04#                             | 75225 75302 80328
            CreateDate between #2019-01-21T15:07:45# and #2019-01-30T15:09:24# | 73552 75225 75301 75302
            Status in (20)                                                 |
            """)
    void a_filter_picks_orders(String filter, String expected, World world) {
        var answer = filtered(world, filter);
        String ids = String.join(" ", ids(answer).stream().map(String::valueOf).toList());
        assertThat(ids).isEqualTo(expected == null ? "" : expected);
        assertThat(answer.getBody()).endsWith("\"TotalCount\":" + ids(answer).size() + "}");
    }

    @Test
    void a_wrong_filter_is_told_where_it_is_wrong(World world) {
        var answer = filtered(world, "SecurityId = 4 and Statuss in (0)");
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getBody()).isEqualTo("{\"Message\":\"The request is invalid.\"}");
        assertThat(reason(answer))
                .isEqualTo("column 20 of the filter: found 'Statuss';"
                        + " allowed is CreateDate, SecurityId, Status; did you mean Status?");
    }

    @ParameterizedTest
    @CsvSource({
        "Id, 73552 75225 75301 75302 80328, 80328 75302 75301 75225 73552",
        "quantity, 75225 75302 80328 73552 75301, 73552 75301 75225 75302 80328",
        "Status, 73552 75302 75301 75225 80328, 80328 75225 75301 75302 73552",
        "CreateDate, 73552 75301 75302 75225 80328, 80328 75225 75302 73552 75301",
        "Description, 73552 75301 75302 80328 75225, 75225 73552 75301 75302 80328",
        "UserId, 75302 73552 75225 75301 80328, 73552 75225 75301 80328 75302"
    })
    void a_list_is_sorted_by_any_interpreted_field_and_then_by_ascending_id(
            String field, String expected, String turned, World world) {
        List<Integer> ascending = ids(list(world, "pageNumber=0&pageSize=10&sortField=" + field));
        assertThat(String.join(" ", ascending.stream().map(String::valueOf).toList()))
                .isEqualTo(expected);

        List<Integer> descending = new ArrayList<>();
        for (int page = 0; page < 3; page++) {
            descending.addAll(ids(list(world, "pageNumber=" + page + "&pageSize=2&desc=true&sortField=" + field)));
        }
        assertThat(String.join(" ", descending.stream().map(String::valueOf).toList()))
                .isEqualTo(turned);
    }

    @Test
    void an_unknown_sort_field_is_told_the_near_miss_and_the_allowed_ones(World world) {
        var answer = list(world, "pageNumber=0&pageSize=2&sortField=Quantty");
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getBody()).isEqualTo("{\"Message\":\"The request is invalid.\"}");
        assertThat(reason(answer))
                .startsWith("sortField 'Quantty' is no field that orders can be sorted by; did you mean Quantity?;"
                        + " allowed are Id, SecurityId, Symbol, Quantity, ")
                .doesNotContain("ExecBrocker");
    }

    @Nested
    @SandboxTest(fixtures = "every-status")
    class with_more_than_a_few_orders {
        @Test
        void each_status_is_found_by_its_code(World world) {
            for (int code = 0; code <= 16; code++) {
                assertThat(ids(filtered(world, "Status in (" + code + ")"))).containsExactly(1001 + code);
            }
        }

        @Test
        void a_page_is_never_larger_than_a_hundred_but_says_in_its_links_what_was_asked(World world) {
            assertThat(ids(list(world, "pageNumber=0&pageSize=2147483647"))).hasSize(17);
            assertThat(list(world, "pageNumber=1&pageSize=1000").getBody())
                    .contains("\"PreviousPageLink\":\"" + world.apiUrl() + ORDERS + "?pageNumber=0&pageSize=1000\"");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pageNumber=0&pageSize=0          | pageSize   | 0          | Int32
            pageNumber=0&pageSize=-1         | pageSize   | -1         | Int32
            pageNumber=-1&pageSize=2         | pageNumber | -1         | Int32
            pageNumber=x&pageSize=2          | pageNumber | x          | Int32
            pageNumber=2147483648&pageSize=2 | pageNumber | 2147483648 | Int32
            pageNumber=0&pageSize            | pageSize   | ''         | Int32
            pageNumber=0&pageSize=2&desc=1   | desc       | 1          | Boolean
            """)
    void a_parameter_that_is_wrong_is_named(String query, String name, String value, String type, World world) {
        var answer = list(world, query);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getBody())
                .isEqualTo("{\"Message\":\"Validation error occured while processing entity\",\"ModelState\":{\"" + name
                        + "\":[\"The value '" + value + "' is not valid for " + type + ".\"]}}");
        assertThat(reason(answer)).startsWith("query parameter " + name + " is '" + value + "'; ");
    }

    @ParameterizedTest
    @CsvSource({
        "pageNumber=0, query parameter pageSize is missing",
        "pageSize=2, query parameter pageNumber is missing",
        "pageNumber=0&pagesiz=2, query parameter pageSize is missing; 'pagesiz' was sent",
        "'', query parameter pageNumber is missing"
    })
    void a_list_without_a_page_is_no_route(String query, String reason, World world) {
        var answer = list(world, query);
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(reason(answer)).isEqualTo(reason);
    }

    @Nested
    class the_first_failing_check_answers {
        @Test
        void the_query_before_the_token(World world) {
            assertThat(get(world, ORDERS, "wrong").getStatus()).isEqualTo(404);
        }

        @Test
        void the_role_before_the_values(World world) {
            assertThat(get(world, ORDERS + "?pageNumber=x&pageSize=x", "trader-token")
                            .getStatus())
                    .isEqualTo(401);
        }

        @Test
        void the_values_before_the_account(World world) {
            assertThat(get(world, "/v1.0/accounts/1/orders?pageNumber=x&pageSize=2", "admin-token")
                            .getStatus())
                    .isEqualTo(422);
            assertThat(get(world, "/v1.0/accounts/1/orders?pageNumber=0&pageSize=2", "admin-token")
                            .getStatus())
                    .isEqualTo(500);
        }
    }

    @Nested
    @SandboxTest(dialect = Dialect.CURRENT)
    class in_the_dialect_current {
        @ParameterizedTest
        @ValueSource(strings = {"trader-token", "read-only-token", "admin-token"})
        void whoever_has_access_to_the_account_reads(String token, World world) {
            assertThat(get(world, ORDERS + "?pageNumber=0&pageSize=1", token).getStatus())
                    .isEqualTo(200);
        }

        @Test
        void others_are_denied(World world) {
            assertThat(get(world, ORDERS + "?pageNumber=0&pageSize=1", "other-trader-token")
                            .getStatus())
                    .isEqualTo(401);
        }
    }

    @Nested
    @SandboxTest(dialect = Dialect.AUTOSHARES)
    class in_the_dialect_autoshares {
        @Test
        void the_page_may_be_left_out(World world) {
            assertThat(ids(list(world, ""))).hasSize(5);
            assertThat(link(list(world, "pageSize=2"), "NextPageLink"))
                    .isEqualTo(world.apiUrl() + ORDERS + "?pageSize=2&pageNumber=1");
        }
    }

    private static HttpResponse<String> list(World world, String query) {
        return get(world, ORDERS + (query.isEmpty() ? "" : "?" + query), "admin-token");
    }

    private static HttpResponse<String> filtered(World world, String filter) {
        return list(world, "pageNumber=0&pageSize=100&filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> follow(HttpResponse<String> page, String link) {
        return kong.unirest.core.Unirest.get(link(page, link))
                .header("Et-App-Key", Calls.APP_KEY)
                .header("Authorization", "Bearer admin-token")
                .asString();
    }

    private static String link(HttpResponse<String> page, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(page.getBody());
        assertThat(matcher.find()).as(page.getBody()).isTrue();
        return matcher.group(1);
    }

    private static List<Integer> ids(HttpResponse<String> page) {
        List<Integer> ids = new ArrayList<>();
        Matcher matcher = Pattern.compile("\\{\"Id\":(\\d+),").matcher(page.getBody());
        while (matcher.find()) {
            ids.add(Integer.valueOf(matcher.group(1)));
        }
        return ids;
    }
}
