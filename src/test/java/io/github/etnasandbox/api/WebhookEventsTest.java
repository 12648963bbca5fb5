package io.github.etnasandbox.api;

import static io.github.etnasandbox.api.Calls.cancel;
import static io.github.etnasandbox.api.Calls.place;
import static io.github.etnasandbox.api.Calls.placed;
import static io.github.etnasandbox.api.Calls.replace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.delivery.Receiver;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.order.CancelOutcome;
import io.github.etnasandbox.order.RequestStatus;
import io.github.etnasandbox.order.VenueSettings;
import io.github.etnasandbox.webhook.Delivery;
import io.github.etnasandbox.webhook.WebhookEvent;
import io.github.etnasandbox.world.World;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a receiver gets, byte by byte, in the order in which it happened. */
@SandboxTest
@Timeout(60)
class WebhookEventsTest {
    private static final Duration LONG = Duration.ofSeconds(50);
    private static final String MSFT = "{'Symbol':'MSFT','Type':'Limit','Side':'%s','Quantity':10,'Price':%s}";
    private static final String LEG = "{'Symbol':'AAPL','Type':'Limit','Side':'Buy','Quantity':10,'Price':100}";
    private static final String MARKET = "{'Symbol':'MSFT','Type':'Market','Side':'%s','Quantity':%s}";
    private static final String REPLACEMENT =
            "{'Id':%s,'Quantity':%s,'Price':49,'TimeInForce':'GoodTillCancel'," + "'ExecutionInstructions':{}}";
    private static final String AT = "2019-01-21T15:30:00.000Z";

    private final Receiver receiver = new Receiver();

    @BeforeEach
    void register(World world) {
        world.webhooks(List.of(receiver.webhook()));
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void a_fill_is_told_as_the_sample_shows_it(World world) {
        int state = world.fillAt(73552, 155.5).progress().stateId();
        assertSent(
                world,
                event(
                        world,
                        state,
                        "order.filled",
                        "\"orderId\":73552,\"symbol\":\"AAPL\",\"side\":\"Buy\",\"type\":\"Market\",\"quantity\":150,"
                                + "\"filledQuantity\":150,\"averagePrice\":155.5,\"status\":\"Filled\","
                                + "\"executionTime\":\"" + AT + "\""));
    }

    @Test
    void a_part_is_told_with_what_remains(World world) {
        int state = world.fill(73552, 50, 155.25).progress().stateId();
        assertSent(
                world,
                event(
                        world,
                        state,
                        "order.partial_fill",
                        "\"orderId\":73552,\"symbol\":\"AAPL\",\"side\":\"Buy\",\"type\":\"Market\",\"quantity\":150,"
                                + "\"filledQuantity\":50,\"remainingQuantity\":100,\"averagePrice\":155.25,"
                                + "\"status\":\"PartiallyFilled\",\"executionTime\":\"" + AT + "\""));
    }

    @Test
    void a_new_order_is_told_as_it_was_registered(World world) {
        int id = placed(world, LEG);
        int state = world.order(id).earlier().get(0).progress().stateId();
        assertSent(world, event(world, state, "order.created", limitOrder(id, "AAPL", "Buy", "PendingNew")));
    }

    @Test
    void an_order_that_a_validator_objects_to_is_created_and_rejected(World world) {
        place(world, LEG.replace("10,", "0,"));
        assertThat(told(world)).containsExactly("order.created", "order.rejected");
        assertThat(last()).contains("\"status\":\"Rejected\",\"reason\":\"").doesNotContain("executionTime");
    }

    @Test
    void a_rejection_tells_the_venues_words(World world) {
        int id = placed(world, LEG);
        int state = world.reject(id, "no liquidity").progress().stateId();
        told(world);
        assertThat(last())
                .isEqualTo(event(
                        world,
                        state,
                        "order.rejected",
                        limitOrder(id, "AAPL", "Buy", "Rejected") + ",\"reason\":\"no liquidity\""));
    }

    @Test
    void a_cancel_is_told_with_the_order_and_who_asked_for_it(World world) {
        cancel(world, 73552, "admin-token");
        int state = world.order(73552).progress().stateId();
        assertSent(
                world,
                event(
                        world,
                        state,
                        "order.cancelled",
                        "\"orderId\":73552,\"symbol\":\"AAPL\",\"side\":\"Buy\",\"type\":\"Market\",\"quantity\":150,"
                                + "\"filledQuantity\":0,\"averagePrice\":0,\"status\":\"Canceled\","
                                + "\"reason\":\"Requested by user 7001\""));
    }

    @Test
    void a_cancel_that_nobody_asked_for_is_the_venues(World world) {
        int group = placed(world, "{'Type':'OneCancelOther','Legs':[" + LEG + "," + LEG + "]}");
        told(world);
        int before = receiver.received().size();
        world.fill(world.order(group).legs().get(0).value());
        assertThat(told(world).subList(before, before + 3))
                .containsExactly("order.filled", "order.cancelled", "order.filled");
        assertThat(receiver.bodies().get(before + 1)).endsWith("\"reason\":\"By the venue\"}}");
    }

    @Test
    void a_cancel_that_comes_after_a_fill_tells_both(World world) {
        world.nextCancel(CancelOutcome.partialFillFirst(10));
        cancel(world, 73552, "admin-token");
        assertThat(told(world)).containsExactly("order.partial_fill", "order.cancelled");
        assertThat(last()).contains("\"filledQuantity\":10,");
    }

    @Test
    void a_replacement_tells_the_old_and_the_new_parameters(World world) {
        int id = placed(world, LEG);
        replace(world, id, REPLACEMENT.formatted(id, 5));
        int state = world.order(id).progress().stateId();
        told(world);
        assertThat(last())
                .isEqualTo(event(
                        world,
                        state,
                        "order.replaced",
                        limitOrder(id, "AAPL", "Buy", "New").replace("\"quantity\":10,", "\"quantity\":5,")
                                + ",\"oldParameters\":{\"type\":\"Limit\",\"quantity\":10,\"price\":100,"
                                + "\"stopPrice\":0,\"timeInForce\":\"Day\"},"
                                + "\"newParameters\":{\"type\":\"Limit\",\"quantity\":5,\"price\":49,"
                                + "\"stopPrice\":0,\"timeInForce\":\"GoodTillCancel\"}"));
    }

    @Test
    void a_fill_behind_a_replacement_is_no_second_replacement(World world) {
        int id = placed(world, LEG);
        replace(world, id, REPLACEMENT.formatted(id, 5));
        world.suspend(id);
        world.acknowledge(id);
        world.fill(id);
        assertThat(told(world)).containsOnlyOnce("order.replaced").contains("order.filled");
    }

    @Test
    void a_position_that_was_opened_is_told_behind_the_fill(World world) {
        int state = world.fillAt(placed(world, MSFT.formatted("Buy", "107")), 107)
                .progress()
                .stateId();
        assertThat(told(world)).containsExactly("order.created", "order.filled", "position.opened");
        assertThat(last())
                .isEqualTo(event(
                        world, state, "position.opened", "\"symbol\":\"MSFT\",\"quantity\":10,\"costBasis\":1070"));
    }

    @Test
    void a_position_that_was_closed_tells_what_it_brought(World world) {
        world.fillAt(placed(world, MSFT.formatted("Buy", "107")), 107);
        int state = world.fillAt(placed(world, MSFT.formatted("Sell", "109")), 109.5)
                .progress()
                .stateId();
        assertThat(told(world)).endsWith("order.filled", "position.closed");
        assertThat(last())
                .isEqualTo(event(
                        world,
                        state,
                        "position.closed",
                        "\"symbol\":\"MSFT\",\"realizedProfitLoss\":25,\"closePrice\":109.5"));
    }

    @Test
    void a_position_that_turns_over_is_closed_and_opened(World world) {
        world.fillAt(placed(world, MSFT.formatted("Buy", "107")), 107);
        world.fillAt(placed(world, MSFT.formatted("Sell", "107").replace("10,", "15,")), 107);
        assertThat(told(world)).endsWith("order.filled", "position.closed", "position.opened");
        assertThat(last()).endsWith("{\"symbol\":\"MSFT\",\"quantity\":-5,\"costBasis\":-535}}");
    }

    @Test
    void a_position_that_grows_or_shrinks_is_not_told(World world) {
        world.fill(73552, 10, 155);
        assertThat(told(world)).containsExactly("order.partial_fill");
    }

    @Test
    void what_opens_and_closes_in_one_move_of_the_clock_is_told_twice_each_at_its_instant(World world) {
        world.configureVenue(
                VenueSettings.DEFAULTS.acknowledgingAfter(Duration.ofSeconds(2)).fillingAtQuotes(true));
        place(world, MARKET.formatted("Buy", 10));
        world.advance(Duration.ofSeconds(1));
        place(world, MARKET.formatted("Sell", 10));
        world.advance(Duration.ofHours(1));
        assertThat(told(world))
                .endsWith("order.filled", "position.opened", "order.filled", "position.closed")
                .hasSize(6);
        assertThat(receiver.bodies().get(3)).contains("\"timestamp\":\"2019-01-21T15:30:02.000Z\"");
        assertThat(last()).contains("\"timestamp\":\"2019-01-21T15:30:03.000Z\"");
    }

    @Test
    void what_nothing_documents_is_not_told(World world) {
        world.suspend(73552);
        world.acknowledge(73552);
        world.expire(73552);
        world.cancelOutcome(80328, CancelOutcome.HOLD);
        cancel(world, 80328, "admin-token");
        world.rejectCancel(80328);
        replace(world, 80328, REPLACEMENT.formatted(80328, 0));
        assertThat(world.order(80328).progress().requestStatus()).isEqualTo(RequestStatus.REJECTED);
        assertThat(world.deliveries()).isEmpty();
    }

    @Test
    void a_webhook_is_told_of_its_events_only(World world) {
        world.webhooks(List.of(receiver.webhook(WebhookEvent.POSITION_OPENED)));
        world.fillAt(placed(world, MSFT.formatted("Buy", "107")), 107);
        assertThat(told(world)).containsExactly("position.opened");
    }

    /** The words of all events that were sent. */
    private List<String> told(World world) {
        return settled(world).map(each -> each.event().word()).toList();
    }

    private void assertSent(World world, String body) {
        assertThat(settled(world).map(Delivery::body)).contains(body);
        assertThat(receiver.bodies()).contains(body);
    }

    private static Stream<Delivery> settled(World world) {
        return world.awaitDeliveries(any -> true, LONG).stream();
    }

    private String last() {
        return receiver.bodies().get(receiver.bodies().size() - 1);
    }

    private static String event(World world, int state, String type, String data) {
        return "{\"id\":\"evt_" + world.id() + "_" + state + "_" + type.replace('.', '_') + "\",\"type\":\"" + type
                + "\",\"timestamp\":\"" + AT + "\",\"accountId\":6303,\"data\":{" + data + "}}";
    }

    private static String limitOrder(int id, String symbol, String side, String status) {
        return "\"orderId\":" + id + ",\"symbol\":\"" + symbol + "\",\"side\":\"" + side + "\",\"type\":\"Limit\","
                + "\"quantity\":10,\"filledQuantity\":0,\"averagePrice\":0,\"status\":\"" + status + "\"";
    }
}
