package io.github.etnasandbox.api;

import static io.github.etnasandbox.api.Calls.cancel;
import static io.github.etnasandbox.api.Calls.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.order.RequestStatus;
import io.github.etnasandbox.order.Side;
import io.github.etnasandbox.order.Target;
import io.github.etnasandbox.order.TransType;
import io.github.etnasandbox.world.World;
import java.util.List;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@SandboxTest
class CancelOrderTest {

    @Test
    void an_administrator_cancels_an_outstanding_order(World world) {
        assertThat(cancel(world, 73552, "admin-token").getStatus()).isEqualTo(204);
        assertThat(world.order(73552).status()).isEqualTo(OrderStatus.CANCELED);
    }

    @ParameterizedTest
    @CsvSource({"6303, 73552, BUY", "6688, 80401, SELL", "6688, 80402, SELL_SHORT", "6688, 80403, BUY_TO_COVER"})
    void orders_of_all_four_sides_are_cancelled(int account, int order, Side side, World world) {
        assertThat(world.order(order).side()).isEqualTo(side);
        assertThat(cancel(world, "" + account, "" + order, "Bearer admin-token").getStatus())
                .isEqualTo(204);
        assertThat(world.order(order).status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void a_cancelled_order_says_so_in_the_fields_of_its_last_request(World world) {
        Order before = world.order(73552);
        cancel(world, 73552, "admin-token");
        Order after = world.order(73552);

        assertThat(after.progress().status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(after.progress().executionStatus()).isEqualTo(OrderStatus.CANCELED);
        assertThat(after.progress().requestStatus()).isEqualTo(RequestStatus.COMPLETE);
        assertThat(after.progress().target()).isEqualTo(Target.CANCEL);
        assertThat(after.progress().transType()).isEqualTo(TransType.NEW);
        assertThat(after.progress().date()).isEqualTo(world.now());
        assertThat(after.progress().transactionDate()).isEqualTo(world.now());
        assertThat(after.progress().description()).isNull();
        assertThat(after.progress().requestId()).isGreaterThan(before.progress().requestId());
        assertThat(after.progress().stateId()).isGreaterThan(before.progress().stateId());
        assertThat(after.leavesQuantity()).isZero();
        assertThat(after.terms()).isEqualTo(before.terms());
        assertThat(after.clientId()).isEqualTo(before.clientId());
        assertThat(after.kept()).isEqualTo(before.kept());
    }

    @Test
    void a_partially_filled_order_keeps_what_was_executed(World world) {
        Order before = world.order(75302);
        assertThat(cancel(world, 75302, "admin-token").getStatus()).isEqualTo(204);
        Order after = world.order(75302);

        assertThat(after.executedQuantity())
                .isEqualTo(before.executedQuantity())
                .isPositive();
        assertThat(after.execution().averagePrice())
                .isEqualTo(before.execution().averagePrice());
        assertThat(after.leavesQuantity()).isZero();
    }

    @Test
    void a_second_cancel_is_refused(World world) {
        cancel(world, 73552, "admin-token");
        Order cancelled = world.order(73552);
        var second = cancel(world, 73552, "admin-token");

        assertThat(second.getStatus()).isEqualTo(409);
        assertThat(reason(second)).isEqualTo("order 73552 is Canceled; only outstanding orders can be cancelled");
        assertThat(world.order(73552)).isEqualTo(cancelled);
    }

    @Nested
    @SandboxTest(fixtures = "every-status")
    class with_an_order_in_every_status {
        @ParameterizedTest
        @EnumSource(
                names = {
                    "NEW",
                    "PARTIALLY_FILLED",
                    "STOPPED",
                    "SUSPENDED",
                    "PENDING_NEW",
                    "CALCULATED",
                    "ACCEPTED_FOR_BIDDING",
                    "PENDING_REPLACE",
                    "HELD"
                })
        void outstanding_ones_are_cancelled(OrderStatus status, World world) {
            assertThat(cancel(world, idOf(status), "admin-token").getStatus()).isEqualTo(204);
            assertThat(world.order(idOf(status)).status()).isEqualTo(OrderStatus.CANCELED);
        }

        @ParameterizedTest
        @EnumSource(
                names = {
                    "FILLED",
                    "DONE_FOR_DAY",
                    "CANCELED",
                    "REPLACED",
                    "PENDING_CANCEL",
                    "REJECTED",
                    "EXPIRED",
                    "ERROR"
                })
        void the_others_are_refused_and_left_as_they_are(OrderStatus status, World world) {
            Order before = world.order(idOf(status));
            var answer = cancel(world, idOf(status), "admin-token");

            assertThat(answer.getStatus()).isEqualTo(409);
            assertThat(answer.getBody()).isNullOrEmpty();
            assertThat(reason(answer)).contains("order " + idOf(status) + " is " + status.word());
            assertThat(world.order(idOf(status))).isEqualTo(before);
        }

        /** The fixtures have one order a status, in the order of the statuses. */
        private int idOf(OrderStatus status) {
            return 1001 + List.of(OrderStatus.values()).indexOf(status);
        }
    }

    @Test
    void an_order_of_another_account_is_unknown_and_left_as_it_is(World world) {
        Order before = world.order(80401);
        var answer = cancel(world, 80401, "admin-token");

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(reason(answer)).isEqualTo("order 80401 is on account 6688, not on 6303");
        assertThat(world.order(80401)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0", "-1", "2147483647", "-2147483648", "+7", "0000001"})
    void an_unknown_order_is_refused(String orderId, World world) {
        var answer = cancel(world, "6303", orderId, "Bearer admin-token");
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(reason(answer)).isEqualTo("there is no order " + Integer.parseInt(orderId));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2147483648", "-2147483649", "7355x", "0x1", "1.0", "1e3", "@me", "%20", "%D9%A1", "-", "+"})
    void an_order_id_that_is_no_int32_is_a_bad_request(String orderId, World world) {
        var answer = cancel(world, "6303", orderId, "Bearer admin-token");
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(reason(answer)).startsWith("path parameter orderId is '");
    }

    @Test
    void a_body_is_ignored(World world) {
        var answer = Unirest.delete(world.apiUrl() + "/v1.0/accounts/6303/orders/73552")
                .header("Et-App-Key", "demo-app-key")
                .header("Authorization", "Bearer admin-token")
                .body("{\"Id\":80328}")
                .asString();
        assertThat(answer.getStatus()).isEqualTo(204);
        assertThat(world.order(80328).status()).isEqualTo(OrderStatus.PENDING_NEW);
    }

    @Nested
    class the_first_failing_check_answers {
        @Test
        void the_app_key_before_the_token(World world) {
            var answer = Unirest.delete(world.apiUrl() + "/v1.0/accounts/6303/orders/73552")
                    .header("Et-App-Key", "wrong")
                    .header("Authorization", "Bearer wrong")
                    .asString();
            assertThat(answer.getStatus()).isEqualTo(403);
        }

        @Test
        void the_role_before_the_ids(World world) {
            assertThat(cancel(world, "@me", "x", "Bearer trader-token").getStatus())
                    .isEqualTo(401);
        }

        @Test
        void the_ids_before_the_account(World world) {
            assertThat(cancel(world, "7125", "x", "Bearer admin-token").getStatus())
                    .isEqualTo(400);
        }

        @Test
        void the_account_before_the_order(World world) {
            var answer = cancel(world, "7125", "73552", "Bearer admin-token");
            assertThat(answer.getStatus()).isEqualTo(500);
            assertThat(reason(answer)).isEqualTo("there is no account 7125; 7125 is a user's id");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"73552", "1", "75225"})
    void a_trader_learns_nothing_about_orders(String orderId, World world) {
        var answer = cancel(world, "6303", orderId, "Bearer trader-token");
        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(reason(answer)).startsWith("user trader (7125) is not an administrator");
    }
}
