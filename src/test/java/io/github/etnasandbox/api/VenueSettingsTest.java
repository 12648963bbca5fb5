package io.github.etnasandbox.api;

import static io.github.etnasandbox.api.Calls.cancel;
import static io.github.etnasandbox.api.Calls.member;
import static io.github.etnasandbox.api.Calls.order;
import static io.github.etnasandbox.api.Calls.placed;
import static io.github.etnasandbox.api.Calls.post;
import static io.github.etnasandbox.api.Calls.reason;
import static io.github.etnasandbox.api.Calls.replace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.order.VenueSettings;
import io.github.etnasandbox.world.World;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kong.unirest.core.HttpResponse;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the venue does by itself with new orders. AAPL is bid at 156.8 and asked at 156.85. */
@SandboxTest
@Timeout(60)
class VenueSettingsTest {
    private static final String LIMIT = "{'Symbol':'AAPL','Type':'Limit','Side':'Buy','Quantity':100,'Price':150}";

    @Test
    void on_hold_an_order_is_pending_until_it_is_acknowledged(World world) {
        world.configureVenue(VenueSettings.DEFAULTS.holdingNewOrders());
        int id = placed(world, LIMIT);
        world.advance(Duration.ofHours(1));
        assertThat(order(world, id).getBody())
                .contains("\"Status\":\"PendingNew\"", "\"LeavesQuantity\":0,")
                .doesNotContain("ExecutionVenue", "\"StateId\":0,");
        world.acknowledge(id);
        assertThat(order(world, id).getBody()).contains("\"Status\":\"New\"", "\"LeavesQuantity\":100,");
    }

    @Test
    void after_a_time_it_is_acknowledged_by_itself(World world) {
        world.configureVenue(VenueSettings.DEFAULTS.acknowledgingAfter(Duration.ofSeconds(2)));
        int id = placed(world, LIMIT);
        world.advance(Duration.ofSeconds(2).minusNanos(100));
        assertThat(world.order(id).status()).isEqualTo(OrderStatus.PENDING_NEW);
        world.advance(Duration.ofNanos(100));
        assertThat(world.order(id).status()).isEqualTo(OrderStatus.NEW);
    }

    @ParameterizedTest
    @CsvSource({"5", "0"})
    void so_is_one_that_was_replaced_or_not_in_the_meantime(int quantity, World world) {
        world.configureVenue(VenueSettings.DEFAULTS.acknowledgingAfter(Duration.ofSeconds(2)));
        int id = placed(world, LIMIT);
        String change = "{'Id':" + id + ",'Quantity':" + quantity + ",'Price':49,'ExecutionInstructions':{}}";
        assertThat(member(replace(world, id, change), "Status")).isEqualTo("PendingNew");
        world.advance(Duration.ofSeconds(2));
        assertThat(world.order(id).status()).isEqualTo(OrderStatus.NEW);
    }

    @ParameterizedTest
    @CsvSource({
        "Market,    Buy,        0,      0,   156.85",
        "Market,    Sell,       0,      0,   156.8",
        "Market,    SellShort,  0,      0,   156.8",
        "Market,    BuyToCover, 0,      0,   156.85",
        "Limit,     Buy,        156.85, 0,   156.85",
        "Limit,     Buy,        200,    0,   156.85",
        "Limit,     Buy,        156.84, 0,   0",
        "Limit,     Sell,       156.8,  0,   156.8",
        "Limit,     Sell,       156.81, 0,   0",
        "Stop,      Buy,        0,      160, 0",
        "StopLimit, Buy,        200,    160, 0",
    })
    void the_quotes_fill_what_they_meet(
            String type, String side, String price, String stop, String filledAt, World world) {
        world.configureVenue(VenueSettings.DEFAULTS.fillingAtQuotes(true));
        int id = placed(
                world,
                "{'Symbol':'AAPL','Quantity':100,'Type':'" + type + "','Side':'" + side + "','Price':" + price
                        + ",'StopPrice':" + stop + "}");
        var read = order(world, id);
        assertThat(member(read, "Status")).isEqualTo(filledAt.equals("0") ? "New" : "Filled");
        assertThat(member(read, "AveragePrice")).isEqualTo(filledAt);
    }

    @ParameterizedTest
    @CsvSource({"ImmediateOrCancel, 150, Canceled", "FillOrKill, 150, Canceled", "FillOrKill, 160, Filled"})
    void an_immediate_order_does_not_stay(String timeInForce, int price, String status, World world) {
        world.configureVenue(VenueSettings.DEFAULTS.fillingAtQuotes(true));
        String body = LIMIT.replace("150", price + ",'TimeInForce':'" + timeInForce + "'");
        assertThat(member(order(world, placed(world, body)), "Status")).isEqualTo(status);
    }

    @Test
    void what_an_immediate_order_leaves_open_is_cancelled(World world) {
        world.configureVenue(VenueSettings.DEFAULTS.holdingNewOrders());
        int id = placed(world, LIMIT.replace("150", "150,'TimeInForce':'ImmediateOrCancel'"));
        Order after = world.fill(id, 40);
        assertThat(after.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(after.executedQuantity()).isEqualTo(40);
        assertThat(after.leavesQuantity()).isZero();
    }

    @Nested
    class an_order_of_syncorders {
        @ParameterizedTest
        @CsvSource({"false, 150, New", "true, 160, Filled", "false, 0, Rejected"})
        void is_answered_as_the_venue_left_it(boolean fills, int price, String status, World world) {
            world.configureVenue(VenueSettings.DEFAULTS.fillingAtQuotes(fills));
            var answer = placeInSync(world, LIMIT.replace("150", "" + price));
            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(member(answer, "Status")).isEqualTo(status);
            assertThat(answer.getBody()).isEqualTo(order(world, 173094).getBody());
        }

        @ParameterizedTest
        @CsvSource({"acknowledge, New", "fill, Filled", "reject, Rejected", "cancel, Canceled", "expire, DoneForDay"})
        void is_answered_only_once_the_venue_has_spoken(String event, String status, World world) throws Exception {
            var answer = whilePending(world, id -> {
                switch (event) {
                    case "acknowledge" -> world.acknowledge(id);
                    case "fill" -> world.fill(id);
                    case "reject" -> world.reject(id, "no");
                    case "expire" -> world.expire(id);
                    default -> cancel(world, id, "admin-token");
                }
            });
            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(member(answer, "Status")).isEqualTo(status);
        }

        @Test
        void is_given_up_when_the_world_is_reset(World world) throws Exception {
            var answer = whilePending(world, id -> world.reset());
            assertThat(answer.getStatus()).isEqualTo(500);
            assertThat(reason(answer)).isEqualTo("the world was reset before the venue spoke");
        }

        @Test
        void is_given_up_when_its_time_is_over(World world, Sandbox sandbox) {
            World hasty = sandbox.newWorld(world.seed(), world.settings().withSyncTimeout(Duration.ofMillis(1)));
            hasty.configureVenue(VenueSettings.DEFAULTS.holdingNewOrders());
            var answer = placeInSync(hasty, LIMIT);
            assertThat(answer.getStatus()).isEqualTo(500);
            assertThat(reason(answer)).startsWith("the venue has not spoken about order 173094 in time; tell it to");
            assertThat(hasty.order(173094).status()).isEqualTo(OrderStatus.PENDING_NEW);
        }

        private static HttpResponse<String> placeInSync(World world, String body) {
            return post(world, "/v1.0/accounts/6303/syncorders", body, "admin-token");
        }

        private static HttpResponse<String> whilePending(World world, Consumer<Integer> action) throws Exception {
            world.configureVenue(VenueSettings.DEFAULTS.holdingNewOrders());
            var call = CompletableFuture.supplyAsync(() -> placeInSync(world, LIMIT), task -> new Thread(task).start());
            assertThat(LiveWorld.of(world).await(state -> state.order(new OrderId(173094)), Duration.ofSeconds(10)))
                    .isPresent();
            assertThat(call).isNotDone();
            action.accept(173094);
            return call.get(10, TimeUnit.SECONDS);
        }
    }
}
