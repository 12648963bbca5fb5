package io.github.etnasandbox.api;

import static io.github.etnasandbox.api.Calls.get;
import static io.github.etnasandbox.api.Calls.post;
import static io.github.etnasandbox.api.Calls.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.World;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kong.unirest.core.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SandboxTest
class ConsolidatedOrdersTest {
    private static final String PATH = "/v1.0/orders/consolidated";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'AccountIds':[6688,6303,6688]}                                    | 73552 75225 75301 75302 80328 80401 80402 80403
            {'AccountIds':[6688]}                                              | 80401 80402 80403
            {'AccountIds':[]}                                                  |
            {'AccountIds':[6303,6688],'PageNumber':1,'PageSize':3,'Other':{}}  | 75302 80328 80401
            {'accountids':['6688'],'SORTFIELD':'Quantity','desc':true,'PageNumber':null,} // ok | 80403 80401 80402
            {'AccountIds':[6303,6688],'PageSize':2,'SortField':'Id','Desc':true} | 80403 80402
            """)
    void a_page_has_the_orders_of_all_accounts(String body, String expected, World world) {
        assertThat(ids(post(world, PATH, body, "admin-token"))).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void a_page_is_written_as_that_of_one_account_and_has_no_links(World world) {
        String page = get(world, "/v1.0/accounts/6688/orders?pageNumber=0&pageSize=10", "admin-token")
                .getBody();
        assertThat(post(world, PATH, "{'AccountIds':[6688]}", "admin-token").getBody())
                .isEqualTo(page);
        assertThat(post(world, PATH, "{'AccountIds':[6688],'PageSize':1}", "admin-token")
                        .getBody())
                .endsWith("\"NextPageLink\":\"\",\"PreviousPageLink\":\"\",\"TotalCount\":3}");
    }

    @Test
    void the_filter_stands_in_the_query(World world) {
        String body = "{'AccountIds':[6303,6688]}";
        assertThat(ids(post(world, PATH + "?filter=SecurityId%20=%206", body, "admin-token")))
                .isEqualTo("75302 80403");
        var wrong = post(world, PATH + "?filter=Price%20=%206", body, "admin-token");
        assertThat(wrong.getStatus()).isEqualTo(400);
        assertThat(reason(wrong)).startsWith("column 1 of the filter: found 'Price'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'AccountIds':[6303,7125]}          | 500 | there is no account 7125; 7125 is a user's id
            {'PageSize':1}                      | 500 | the body has no AccountIds
            {'AccountIds':6303}                 | 422 | AccountIds must be an array of ids of accounts, found 6303
            {'AccountIds':[6303,{}]}            | 422 | an id in AccountIds must be an int32, found an object
            {'AccountIds':[6303],'PageSize':0}  | 422 | query parameter pageSize is '0'; an int32 of 1 or more is needed
            {'AccountIds':[6303],'PageSize':[]} | 422 | PageSize must be a number, text or flag, found an array
            [6303]                              | 422 | the body must be an object, found an array
            {'AccountIds':[6303]} {}            | 422 | there is more after the end of the body's value
            {'AccountIds':[6303]                | 422 | the body cannot be read at line 1, column 21: not JSON: it ends in the middle
            """)
    void what_cannot_be_read_is_refused(String body, int status, String reason, World world) {
        var answer = post(world, PATH, body, "admin-token");
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(reason(answer)).isEqualTo(reason);
    }

    @Test
    void every_account_is_one_that_the_caller_may_view(World world, Sandbox sandbox) {
        assertThat(post(world, PATH, "{'AccountIds':[6303]}", "trader-token").getStatus())
                .isEqualTo(401);
        try (World asked = sandbox.newWorld(world.seed(), world.settings().withDialect(Dialect.CURRENT))) {
            assertThat(post(asked, PATH, "{'AccountIds':[6303]}", "trader-token")
                            .getStatus())
                    .isEqualTo(200);
            assertThat(post(asked, PATH, "{'AccountIds':[6303,6688]}", "trader-token")
                            .getStatus())
                    .isEqualTo(401);
        }
    }

    private static String ids(HttpResponse<String> answer) {
        return Pattern.compile("\\{\"Id\":(\\d+)")
                .matcher(answer.getBody())
                .results()
                .map((MatchResult each) -> each.group(1))
                .collect(Collectors.joining(" "));
    }
}
