package io.github.etnasandbox.control;

import static io.github.etnasandbox.control.VenueCalls.apiPrints;
import static io.github.etnasandbox.control.VenueCalls.cancel;
import static io.github.etnasandbox.control.VenueCalls.get;
import static io.github.etnasandbox.control.VenueCalls.put;
import static io.github.etnasandbox.control.VenueCalls.tell;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.live.Snapshots;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.venue.VenueEvent;
import io.github.etnasandbox.world.World;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@SandboxTest(fixtures = "lifecycle")
class VenueRoutesTest {
    @ParameterizedTest
    @CsvSource({
        "acknowledge, 2030, New",
        "fill, 2001, Filled",
        "reject, 2001, Rejected",
        "expire, 2031, DoneForDay",
        "suspend, 2001, Suspended",
        "acknowledge-cancel, 2003, Canceled",
        "reject-cancel, 2003, New"
    })
    void the_venue_is_told_without_a_body(String event, int order, String status, World world) {
        cancel(world, 2003);
        var answer = tell(world, order, event, "");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getBody()).contains("\"Status\":\"" + status + "\"");
        assertThat(world.order(order).status().word()).isEqualTo(status);

        world.reset();
        cancel(world, 2003);
        assertThat(tell(world, order, event, "{}").getBody()).isEqualTo(answer.getBody());
    }

    @Test
    void the_answer_is_the_order_as_the_api_prints_it(World world) {
        var answer = tell(world, 2001, "fill", "{\"Quantity\": 50, \"Price\": 156.57}");
        assertThat(answer.getHeaders().getFirst("Content-Type")).startsWith("application/json");
        assertThat(answer.getBody()).isEqualTo(apiPrints(world, 2001) + "\n").contains("\"AveragePrice\":156.57,");
        assertThat(tell(world, 2010, "suspend", "").getBody())
                .as("with its legs")
                .isEqualTo(apiPrints(world, 2010) + "\n");
    }

    @Test
    void the_answer_names_the_security_of_an_order_that_says_its_symbol(World world) {
        var placed = Unirest.post(world.apiUrl() + "/v1.0/accounts/6303/orders")
                .header("Et-App-Key", "demo-app-key")
                .header("Authorization", "Bearer trader-token")
                .header("Content-Type", "application/json")
                .body("{\"Symbol\":\"AAPL\",\"Type\":\"Limit\",\"Side\":\"Buy\",\"Quantity\":10,\"Price\":150,"
                        + "\"TimeInforce\":\"Day\",\"ExecutionInstructions\":{},\"ValidationsToBypass\":0}")
                .asString();
        assertThat(placed.getStatus()).isEqualTo(200);
        int id = world.orders().get(world.orders().size() - 1).id().value();
        assertThat(tell(world, id, "fill", "").getBody()).contains("\"Symbol\":\"AAPL\",");
    }

    @Test
    void fills_add_up(World world) {
        tell(world, 2001, "fill", "{\"Quantity\": 25, \"Price\": 156.57}");
        var answer = tell(world, 2001, "fill", "{\"Quantity\": 50, \"Price\": 156.6}");
        assertThat(answer.getBody())
                .contains("\"ExecutedQuantity\":75,\"LastPrice\":156.6,\"LastQuantity\":50,\"LeavesQuantity\":25,")
                .contains("\"AveragePrice\":156.59,")
                .contains("\"Status\":\"PartiallyFilled\"");
    }

    @Test
    void a_reason_becomes_the_description(World world) {
        assertThat(tell(world, 2001, "reject", "{\"reason\": \"Not today\"}").getBody())
                .contains("\"Description\":\"Not today\"");
        cancel(world, 2003);
        assertThat(tell(world, 2003, "reject-cancel", "{\"reason\": \"TooLateToCancel\"}")
                        .getBody())
                .contains("\"ExecutionStatus\":\"Rejected\"")
                .contains("\"Target\":\"CancelReject\",\"Description\":\"TooLateToCancel\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2001 | acknowledge        | order 2001 is New; what can be acknowledged is one that is Suspended, PendingNew
            2001 | acknowledge-cancel | order 2001 is New; what can be canceled is one that is PendingCancel
            2001 | reject-cancel      | order 2001 is New; what can be kept from being canceled is one that is
            2010 | fill               | order 2010 only ties its legs together; fill one of [2011, 2012]
            2022 | fill               | order 2022 is Held; what can be filled is one that is New, PartiallyFilled
            """)
    void what_is_impossible_is_a_conflict(int order, String event, String why, World world) {
        Order before = world.order(order);
        var answer = tell(world, order, event, "");
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getHeaders().getFirst("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.getBody()).contains("\"detail\":\"" + why);
        assertThat(world.order(order)).isSameAs(before);
    }

    @Test
    void more_than_is_open_is_a_conflict(World world) {
        assertThat(tell(world, 2001, "fill", "{\"Quantity\": 100.5}").getBody())
                .contains("Quantity 100.5 is more than the 100 of order 2001 that are not executed");
    }

    @ParameterizedTest
    @EnumSource
    void an_unknown_order_is_not_found(VenueEvent event, World world) {
        assertThat(tell(world, 7, event.word(), "").getStatus()).isEqualTo(404);
        assertThat(tell(world, 7, event.word(), "").getBody()).contains("there is no order 7 in this world");
        assertThat(Unirest.post(world.controlUrl() + "/orders/x7/" + event.word())
                        .asString()
                        .getBody())
                .contains("there is no order 'x7'; an order's id is a number");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fill    | {"quantity": 5}      | /quantity: unknown member 'quantity'; allowed are Quantity, Price; did you mean 'Quantity'?
            fill    | {"Quantity": "5"}    | request body:1:14: /Quantity: must be a number above 0 and up to 1000000000000, found \\"5\\"
            fill    | {"Quantity": 0}      | /Quantity: must be a number above 0 and up to 1000000000000, found 0
            fill    | {"Quantity": -5}     | /Quantity: must be a number above 0 and up to 1000000000000, found -5
            fill    | {"Price": -1}        | /Price: must be a number from 0 to 1000000000000, found -1
            fill    | {"Price": 1e999}     | /Price: must be a number
            reject  | {"Reason": "no"}     | unknown member 'Reason'; allowed are reason; did you mean 'reason'?
            reject  | {"reason": 5}        | /reason: must be a text, found 5
            suspend | {"reason": "x"}      | /reason: unknown member 'reason'; no members are allowed here
            expire  | []                   | must be an object, found an array
            expire  | {                    | not JSON
            """)
    void a_body_that_cannot_be_is_refused_and_told_where(String event, String body, String why, World world) {
        Order before = world.order(2001);
        var answer = tell(world, 2001, event, body);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getBody()).contains(why);
        assertThat(world.order(2001)).isSameAs(before);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /orders/2001/fill, POST",
        "PUT, /orders/2001/acknowledge-cancel, POST",
        "POST, /orders/2001/cancel-outcome, PUT",
        "GET, /cancel-outcome, PUT",
        "POST, /venue, 'GET, PUT'"
    })
    void a_wrong_method_is_told_the_right_one(String method, String path, String allow, World world) {
        var answer = Unirest.request(method, world.controlUrl() + path).asString();
        assertThat(answer.getStatus()).isEqualTo(405);
        assertThat(answer.getHeaders().getFirst("Allow")).isEqualTo(allow);
    }

    @Test
    void moving_the_clock_tells_what_happened_in_its_order(World world) {
        cancel(world, 2009);
        cancel(world, 2002);
        var answer = Unirest.post(world.controlUrl() + "/clock/advance")
                .body("{\"by\": \"P7D\"}")
                .asString();
        assertThat(answer.getBody()).isEqualTo("""
                        {"now":"2019-01-28T15:30:00Z","mode":"frozen","fired":[
                        {"at":"2019-01-21T15:30:02Z","order":2030,"event":"acknowledge","status":"New"},
                        {"at":"2019-01-21T15:30:02Z","order":2009,"event":"reject-cancel","status":"New"},
                        {"at":"2019-01-21T15:30:02Z","order":2002,"event":"acknowledge-cancel","status":"Canceled"},
                        {"at":"2019-01-22T21:00:00Z","order":2031,"event":"expire","status":"DoneForDay"},
                        {"at":"2019-01-25T21:00:00Z","order":2032,"event":"expire","status":"Expired"}]}
                        """.replace("\n", "") + "\n");
    }

    @Test
    void each_world_has_a_venue_of_its_own(World world, Sandbox sandbox) {
        try (World other = sandbox.newWorld(world.seed(), world.settings())) {
            assertThat(other.controlUrl()).contains("/worlds/" + other.id() + "/sandbox");
            for (VenueEvent event : VenueEvent.values()) {
                assertThat(tell(other, 7, event.word(), "").getStatus()).isEqualTo(404);
            }
            assertThat(tell(other, 2001, "fill", "").getStatus()).isEqualTo(200);
            put(other, "/orders/2002/cancel-outcome", "{\"outcome\": \"hold\"}");
            put(other, "/venue", "{\"acknowledge\": \"hold\"}");
            put(other, "/cancel-outcome", "{\"outcome\": \"hold\"}");
            assertThat(get(other, "/venue").getBody())
                    .isEqualTo("{\"acknowledge\":\"hold\",\"fillsAtQuotes\":false,"
                            + "\"nextCancel\":{\"outcome\":\"hold\"}}\n");
        }
        assertThat(LiveWorld.of(world).state()).isEqualTo(Snapshots.stateOf(world.seed()));
    }
}
