package io.github.etnasandbox.api;

import static io.github.etnasandbox.api.Calls.cancel;
import static io.github.etnasandbox.api.Calls.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import kong.unirest.core.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of a cancel, for a client that polls the order: the orders of the set say what their venue does. */
@SandboxTest(fixtures = "lifecycle")
@Timeout(60)
class CancelOutcomesTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String PLACED = "2019-01-21T15:10:00Z 2019-01-21T15:10:00Z";
    private static final String CANCELED = "Canceled Canceled Complete Cancel";
    private static final String PENDING = "PendingCancel PendingCancel Executing Cancel";
    private static final String KEPT = "New Rejected Rejected CancelReject";
    private static final String FILLED_AFTER_ALL = "Filled Rejected Rejected CancelReject";

    @BeforeEach
    void all_orders_are_new(World world) {
        for (int id = 2001; id <= 2009; id++) {
            assertShows(world, id, "New New Complete New", "100 0 0", PLACED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "syncorders"})
    void accept(String route, World world) throws Exception {
        ShownOrder before = ShownOrder.get(world, 2001);
        var answer = ClientThread.cancels(world, route, 2001).answer();

        assertThat(answer.getStatus()).isEqualTo(204);
        ShownOrder after = assertShows(world, 2001, CANCELED, "0 0 0", answeredAfter(0));
        assertThat(after.requestId()).isGreaterThan(before.requestId());
        assertThat(after.stateId()).isGreaterThan(after.requestId());
        assertRefused(cancel(world, 2001, "admin-token"), 2001, "Canceled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "syncorders"})
    void accept_after_two_seconds(String route, World world) throws Exception {
        ShownOrder before = ShownOrder.get(world, 2002);
        ClientThread client = ClientThread.cancels(world, route, 2002);
        client.isUnderWay(world, 2002);
        ShownOrder pending = assertShows(world, 2002, PENDING, "100 0 0", answeredAfter(0));
        assertThat(pending.requestId()).isGreaterThan(before.requestId());
        assertThat(pending.stateId()).isGreaterThan(before.stateId());

        world.advance(SECOND);
        client.isUnderWay(world, 2002);
        assertThat(ShownOrder.get(world, 2002)).isEqualTo(pending);

        world.advance(SECOND);
        assertThat(client.answer().getStatus()).isEqualTo(204);
        ShownOrder after = assertShows(world, 2002, CANCELED, "0 0 0", answeredAfter(2));
        assertThat(after.requestId()).isEqualTo(pending.requestId());
        assertThat(after.stateId()).isGreaterThan(pending.stateId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "syncorders"})
    void hold_until_the_venue_acknowledges_the_cancel(String route, World world) throws Exception {
        ClientThread client = ClientThread.cancels(world, route, 2003);
        client.isUnderWay(world, 2003);
        ShownOrder pending = assertShows(world, 2003, PENDING, "100 0 0", answeredAfter(0));
        world.advance(Duration.ofDays(1));
        client.isUnderWay(world, 2003);
        assertThat(ShownOrder.get(world, 2003)).isEqualTo(pending);

        world.acknowledgeCancel(2003);
        assertThat(client.answer().getStatus()).isEqualTo(204);
        ShownOrder after = assertShows(world, 2003, CANCELED, "0 0 0", answeredAfter(86_400));
        assertThat(after.requestId()).isEqualTo(pending.requestId());
        assertThat(after.stateId()).isGreaterThan(pending.stateId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "syncorders"})
    void hold_until_the_venue_rejects_the_cancel(String route, World world) throws Exception {
        ClientThread client = ClientThread.cancels(world, route, 2003);
        client.isUnderWay(world, 2003);
        world.rejectCancel(2003);

        assertRefusedByTheVenue(client, 2003, "New");
        assertShows(world, 2003, KEPT, "100 0 0", answeredAfter(0));
        world.fill(2003);
        assertShows(world, 2003, "Filled Filled Rejected CancelReject", "0 100 156.5", answeredAfter(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "syncorders"})
    void hold_until_the_order_is_filled(String route, World world) throws Exception {
        ClientThread client = ClientThread.cancels(world, route, 2003);
        client.isUnderWay(world, 2003);
        world.fill(2003, 60);
        client.isUnderWay(world, 2003);
        assertShows(world, 2003, PENDING, "40 60 156.5", answeredAfter(0));

        world.fill(2003);
        assertRefusedByTheVenue(client, 2003, "Filled");
        assertShows(world, 2003, FILLED_AFTER_ALL, "0 100 156.5", answeredAfter(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "syncorders"})
    void a_second_cancel_while_the_first_is_pending_is_refused(String second, World world) throws Exception {
        assertThat(cancel(world, 2003, "admin-token").getStatus()).isEqualTo(204);
        ShownOrder pending = ShownOrder.get(world, 2003);
        assertRefused(ClientThread.cancels(world, second, 2003).answer(), 2003, "PendingCancel");
        assertThat(ShownOrder.get(world, 2003)).isEqualTo(pending);
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "syncorders"})
    void fill_first(String route, World world) throws Exception {
        ShownOrder before = ShownOrder.get(world, 2004);
        assertRefused(ClientThread.cancels(world, route, 2004).answer(), 2004, "Filled");

        ShownOrder after = assertShows(
                world, 2004, "Filled Filled Complete New", "0 100 156.5", "2019-01-21T15:10:00Z 2019-01-21T15:30:00Z");
        assertThat(after.requestId()).as("the cancel left no request").isEqualTo(before.requestId());
        assertThat(after.stateId()).isGreaterThan(before.stateId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "syncorders"})
    void partial_fill_first(String route, World world) throws Exception {
        assertThat(ClientThread.cancels(world, route, 2005).answer().getStatus())
                .isEqualTo(204);
        ShownOrder after = assertShows(world, 2005, CANCELED, "0 40 156.5", answeredAfter(0));
        assertThat(after.field("LastQuantity")).isEqualTo("40");
        assertThat(after.field("LastPrice")).isEqualTo("156.5");
    }

    @ParameterizedTest
    @CsvSource({"orders, 2006, 0", "syncorders, 2006, 0", "orders, 2009, 2", "syncorders, 2009, 2"})
    void reject(String route, int orderId, int seconds, World world) throws Exception {
        ClientThread client = ClientThread.cancels(world, route, orderId);
        passTwoSeconds(client, orderId, seconds, world);
        assertRefusedByTheVenue(client, orderId, "New");
        assertShows(world, orderId, KEPT, "100 0 0", answeredAfter(seconds));
    }

    @ParameterizedTest
    @CsvSource({"orders, 2007, 0", "syncorders, 2007, 0", "orders, 2008, 2", "syncorders, 2008, 2"})
    void fill_after_accept(String route, int orderId, int seconds, World world) throws Exception {
        ClientThread client = ClientThread.cancels(world, route, orderId);
        passTwoSeconds(client, orderId, seconds, world);
        assertRefusedByTheVenue(client, orderId, "Filled");
        assertShows(world, orderId, FILLED_AFTER_ALL, "0 100 156.5", answeredAfter(seconds));
    }

    @Test
    void a_cancel_that_was_rejected_can_be_asked_for_again(World world) {
        cancel(world, 2006, "admin-token");
        int first = ShownOrder.get(world, 2006).requestId();
        assertThat(cancel(world, 2006, "admin-token").getStatus()).isEqualTo(204);
        assertThat(ShownOrder.get(world, 2006).requestId()).isGreaterThan(first);
    }

    @Test
    void a_reset_answers_who_still_waits(World world) throws Exception {
        ClientThread client = ClientThread.cancels(world, "syncorders", 2003);
        client.isUnderWay(world, 2003);
        world.reset();
        assertThat(reason(client.answer())).isEqualTo("the world was reset before the venue spoke");
        assertShows(world, 2003, "New New Complete New", "100 0 0", PLACED);
    }

    @Test
    void a_new_order_that_the_venue_takes_its_time_over_is_new_after_two_seconds(World world) {
        assertShows(world, 2030, "PendingNew PendingNew RequireValidation New", "0 0 0", PLACED);
        world.advance(SECOND);
        assertThat(world.order(2030).status()).isEqualTo(OrderStatus.PENDING_NEW);
        world.advance(SECOND);
        assertShows(world, 2030, "New New Complete New", "100 0 0", "2019-01-21T15:10:00Z 2019-01-21T15:30:02Z");
    }

    @ParameterizedTest
    @CsvSource({"2031, 2019-01-22T21:00:00Z, DoneForDay", "2032, 2019-01-25T21:00:00Z, Expired"})
    void orders_expire_at_their_time(int orderId, Instant expires, String status, World world) {
        world.advance(Duration.between(world.now(), expires).minusNanos(100));
        assertShows(world, orderId, "New New Complete New", "100 0 0", PLACED);
        world.advance(Duration.ofNanos(100));
        ShownOrder after = ShownOrder.get(world, orderId);
        assertThat(after.state()).isEqualTo(status + " " + status + " Complete New");
        assertThat(after.quantities()).isEqualTo("0 0 0");
        assertThat(after.dates()).isEqualTo("2019-01-21T15:10:00Z " + expires);
        assertThat(after.field("Description")).isEqualTo("Expired by OMS");
        assertRefused(cancel(world, orderId, "admin-token"), orderId, status);
    }

    /** Lets the time pass that the venue takes, if it takes any, and looks at the order on the way. */
    private static void passTwoSeconds(ClientThread client, int orderId, int seconds, World world) throws Exception {
        if (seconds > 0) {
            client.isUnderWay(world, orderId);
            world.advance(SECOND);
            client.isUnderWay(world, orderId);
            assertShows(world, orderId, PENDING, "100 0 0", answeredAfter(0));
            world.advance(SECOND);
        }
    }

    /** Dates of a request that was made at the set's clock and answered so many seconds later. */
    private static String answeredAfter(int seconds) {
        Instant clock = Instant.parse("2019-01-21T15:30:00Z");
        return clock + " " + clock.plusSeconds(seconds);
    }

    /** None of these orders has a reason to describe. */
    private static ShownOrder assertShows(World world, int orderId, String state, String quantities, String dates) {
        ShownOrder order = ShownOrder.get(world, orderId);
        assertThat(order.state()).isEqualTo(state);
        assertThat(order.quantities()).isEqualTo(quantities);
        assertThat(order.dates()).isEqualTo(dates);
        assertThat(order.field("Description")).isEqualTo("absent");
        assertThat(order.field("CreateDate")).isEqualTo("2019-01-21T15:10:00Z");
        assertThat(order.field("ClientId")).isEqualTo("100000" + orderId);
        assertThat(order.field("TransType")).isEqualTo("New");
        return order;
    }

    /** On orders the cancel was accepted before the venue refused it. */
    private static void assertRefusedByTheVenue(ClientThread client, int orderId, String status) throws Exception {
        var answer = client.answer();
        assertThat(answer.getStatus()).isEqualTo(client.waitsForTheVenue() ? 409 : 204);
        if (client.waitsForTheVenue()) {
            assertThat(answer.getBody()).isNullOrEmpty();
            assertThat(reason(answer))
                    .isEqualTo("the venue refused to cancel order " + orderId + ", which is " + status);
        }
    }

    private static void assertRefused(HttpResponse<String> answer, int orderId, String status) {
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getBody()).isNullOrEmpty();
        assertThat(reason(answer))
                .isEqualTo("order " + orderId + " is " + status + "; only outstanding orders can be cancelled");
    }
}
