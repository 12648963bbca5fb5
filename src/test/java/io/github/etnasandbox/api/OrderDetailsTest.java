package io.github.etnasandbox.api;

import static io.github.etnasandbox.api.Calls.cancel;
import static io.github.etnasandbox.api.Calls.get;
import static io.github.etnasandbox.api.Calls.placed;
import static io.github.etnasandbox.api.Calls.post;
import static io.github.etnasandbox.api.Calls.put;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.order.CancelOutcome;
import io.github.etnasandbox.order.VenueSettings;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.World;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SandboxTest
class OrderDetailsTest {
    private static final String LIMIT = "{'Symbol':'AAPL','Type':'Limit','Side':'Buy','Quantity':100,'Price':150}";

    @Test
    void every_change_of_a_life_has_its_record_from_first_to_last(World world) {
        world.configureVenue(VenueSettings.DEFAULTS.holdingNewOrders());
        int id = placed(world, LIMIT);
        world.acknowledge(id);
        put(world, "/v1.0/accounts/6303/orders/" + id, change(id, 0), "trader-token");
        put(world, "/v1.0/accounts/6303/orders/" + id, change(id, 80), "trader-token");
        world.suspend(id);
        world.acknowledge(id);
        world.fill(id, 30);
        world.cancelOutcome(id, CancelOutcome.REJECT);
        cancel(world, id, "admin-token");
        world.cancelOutcome(id, CancelOutcome.ACCEPT);
        cancel(world, id, "admin-token");

        assertThat(told(world, id, "Status"))
                .containsExactly(
                        "PendingNew",
                        "New",
                        "New",
                        "New",
                        "Suspended",
                        "New",
                        "PartiallyFilled",
                        "PendingCancel",
                        "PartiallyFilled",
                        "PendingCancel",
                        "Canceled");
        assertThat(told(world, id, "ExecutionTarget"))
                .containsExactly(
                        "New",
                        "New",
                        "Modify",
                        "Modify",
                        "Modify",
                        "Modify",
                        "Modify",
                        "Cancel",
                        "CancelReject",
                        "Cancel",
                        "Cancel");
        assertThat(told(world, id, "IsRequest"))
                .containsExactly(
                        "true", "false", "true", "true", "false", "false", "false", "true", "false", "true", "false");
        assertThat(told(world, id, "RejectReason"))
                .containsExactly("", "", "IncorrectOrderQuantity", "", "", "", "", "", "", "", "");
        assertThat(told(world, id, "ExecutedQuantity"))
                .containsExactly("0", "0", "0", "0", "0", "0", "30", "30", "30", "30", "30");
        assertThat(told(world, id, "Login").subList(0, 8))
                .containsExactly("admin", "admin", "trader", "trader", "trader", "trader", "trader", "admin");
        assertThat(told(world, id, "StateId")).doesNotHaveDuplicates().doesNotContain("0");
    }

    @Test
    void who_placed_it_for_somebody_else_is_told(World world) {
        post(world, "/v1.0/accounts/6303/orders?userId=7125", LIMIT, "admin-token");
        assertThat(told(world, 173094, "Login")).containsOnly("admin");
    }

    @ParameterizedTest
    @CsvSource({
        "DOCUMENTED, trader-token,       401",
        "DOCUMENTED, admin-token,        200",
        "CURRENT,    trader-token,       200",
        "CURRENT,    read-only-token,    200",
        "CURRENT,    other-trader-token, 400",
        "AUTOSHARES, other-trader-token, 400",
    })
    void those_who_read_the_account_read_the_details(
            Dialect dialect, String token, int status, World world, Sandbox sandbox) {
        World asked = sandbox.newWorld(world.seed(), world.settings().withDialect(dialect));
        assertThat(get(asked, "/v1.0/accounts/6303/orders/73552/details", token).getStatus())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"6303, 1, 500", "6303, 80401, 500", "7125, 73552, 500", "6303, x, 400"})
    void an_order_that_the_account_does_not_have_has_none(String account, String order, int status, World world) {
        String path = "/v1.0/accounts/" + account + "/orders/" + order + "/details";
        assertThat(get(world, path, "admin-token").getStatus()).isEqualTo(status);
    }

    private static String change(int id, int quantity) {
        return "{'Id':" + id + ",'Quantity':" + quantity + ",'Price':149,'ExecutionInstructions':{}}";
    }

    /** What all records say in one member. */
    private static List<String> told(World world, int id, String member) {
        var answer = get(world, "/v1.0/accounts/6303/orders/" + id + "/details", "admin-token");
        assertThat(answer.getStatus()).isEqualTo(200);
        return Pattern.compile("[{,]\"" + member + "\":\"?([^,\"}]*)")
                .matcher(answer.getBody())
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
