package io.github.etnasandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.World;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kong.unirest.core.HttpResponse;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The routes that show a part of what a world knows, which may be too much to be read at once. */
@SandboxTest
class OrderRoutesTest {
    private static HttpResponse<String> get(World world, String path) {
        return Unirest.get(world.controlUrl() + path).asString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                              | 73552 75225 75301 75302 80328 80401 80402 80403 | 8
            ?limit=2                        | 73552 75225                                     | 8
            ?skip=6                         | 80402 80403                                     | 8
            ?skip=2147483647                | ''                                              | 8
            ?skip=3&limit=2                 | 75302 80328                                     | 8
            ?account=6688                   | 80401 80402 80403                               | 3
            ?account=1                      | ''                                              | 0
            ?status=New                     | 73552 80401 80402 80403                         | 4
            ?status=New&account=6688&skip=1 | 80402 80403                                     | 3
            ?after=80328&limit=1            | 80401                                           | 3
            """)
    void orders_are_listed_by_id_as_many_as_are_wanted(String query, String ids, int matching, World world) {
        String answer = get(world, "/orders" + query).getBody();
        assertThat(found("(?m)^\\{\"Id\":(\\d+)", answer)).isEqualTo(ids);
        assertThat(answer).endsWith("],\n\"matching\":" + matching + "}\n");
    }

    /** What a group of a pattern finds, one behind the other. */
    private static String found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.joining(" "));
    }

    @Test
    void an_order_has_the_same_bytes_by_itself_in_the_list_and_in_an_export(World world) {
        Unirest.delete(world.apiUrl() + "/v1.0/accounts/6303/orders/73552")
                .header("Et-App-Key", "demo-app-key")
                .header("Authorization", "Bearer admin-token")
                .asEmpty();
        String order = get(world, "/orders/73552").getBody().strip();
        assertThat(order).contains("\"earlierStates\":[{");
        assertThat(get(world, "/orders").getBody()).contains("\n" + order);
        assertThat(get(world, "/state").getBody()).contains("\n" + order);
    }

    @Test
    void an_order_that_is_not_there_is_a_404(World world) {
        var answer = get(world, "/orders/1");
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getBody()).contains("there is no order 1 in this world");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ?limit=1001   | query parameter limit is '1001'; it must be a whole number from 1 to 1000
            ?limit=0      | query parameter limit is '0'; it must be a whole number from 1 to 1000
            ?skip=-1      | query parameter skip is '-1'; it must be a whole number from 0
            ?status=new   | query parameter status is 'new'; it must be one of New, PartiallyFilled
            ?acount=6303  | unknown query parameter 'acount'
            """)
    void a_wrong_query_is_told(String query, String told, World world) {
        var answer = get(world, "/orders" + query);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getBody()).contains(told);
    }

    @Test
    void a_state_can_be_had_without_its_orders(World world) {
        assertThat(get(world, "/state?orders=false").getBody())
                .contains("\"orders\":[]", "\"admin-token\"")
                .doesNotContain("73552");
        assertThat(get(world, "/state?orders=true").getBody())
                .isEqualTo(get(world, "/state").getBody());
        assertThat(get(world, "/state?orders=maybe").getStatus()).isEqualTo(422);
    }

    @Test
    void what_happens_by_itself_next_is_told(World world) {
        assertThat(get(world, "/clock/next").getBody())
                .isEqualTo(
                        "{\"at\":\"2019-01-22T21:00:00Z\",\"order\":73552,\"event\":\"expire\",\"status\":\"New\"}\n");
        Unirest.put(world.controlUrl() + "/orders/75302/cancel-outcome")
                .body("{\"outcome\": \"accept-after\", \"after\": \"PT2S\"}")
                .asEmpty();
        Unirest.delete(world.apiUrl() + "/v1.0/accounts/6303/orders/75302")
                .header("Et-App-Key", "demo-app-key")
                .header("Authorization", "Bearer admin-token")
                .asEmpty();
        assertThat(get(world, "/clock/next").getBody())
                .startsWith("{\"at\":\"2019-01-21T15:30:02Z\",\"order\":75302,\"event\":\"acknowledge-cancel\"");
    }

    @Test
    void where_nothing_is_due_nothing_is_told(Sandbox sandbox) {
        String nobody = "{\"appKeys\": [], \"users\": [], \"accounts\": [], \"tokens\": [], \"orders\": []}";
        try (World empty = sandbox.newWorld(Fixtures.document("nobody", nobody.getBytes(StandardCharsets.UTF_8))
                .load())) {
            assertThat(get(empty, "/clock/next").getStatus()).isEqualTo(204);
        }
    }

    @Test
    void the_windows_of_rate_limits_are_told(World world, Sandbox sandbox) {
        assertThat(get(world, "/rates").getBody()).isEqualTo("[]\n");
        try (World limited = sandbox.newWorld(world.seed(), world.settings().withDialect(Dialect.AUTOSHARES))) {
            Unirest.delete(limited.apiUrl() + "/v1.0/accounts/6303/orders/73552")
                    .header("Et-App-Key", "demo-app-key")
                    .header("Authorization", "Bearer trader-token")
                    .asEmpty();
            assertThat(get(limited, "/rates").getBody())
                    .isEqualTo(
                            "[{\"limit\":\"trades\",\"credential\":\"trader-token\",\"subject\":\"6303\",\"requests\":50,"
                                    + "\"used\":1,\"begins\":\"2019-01-21T15:30:00Z\",\"ends\":\"2019-01-21T15:31:00Z\"}]\n");
            Unirest.post(limited.controlUrl() + "/clock/advance")
                    .body("{\"by\": \"PT1M\"}")
                    .asEmpty();
            assertThat(get(limited, "/rates").getBody()).isEqualTo("[]\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"skip=1, 2 3", "skip=1&limit=1, 2", "skip=9, ''", "skip=1&newest, 1 2", "skip=1&limit=1&newest, 2"})
    void requests_can_be_passed_over(String query, String numbers, World world) {
        for (int i = 0; i < 3; i++) {
            Unirest.get(world.apiUrl() + "/v1.0/users/@me/info").asEmpty();
        }
        assertThat(found("\"number\":(\\d+)", get(world, "/requests?" + query).getBody()))
                .isEqualTo(numbers);
    }
}
