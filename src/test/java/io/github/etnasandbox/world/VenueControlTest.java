package io.github.etnasandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.order.Target;
import io.github.etnasandbox.venue.VenueEvent;
import io.github.etnasandbox.venue.VenueInstruction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@SandboxTest(fixtures = "every-status")
class VenueControlTest {
    private static Order tell(World world, VenueEvent event, int orderId) {
        return switch (event) {
            case ACKNOWLEDGE -> world.acknowledge(orderId);
            case FILL -> world.fill(orderId);
            case REJECT -> world.reject(orderId, "TooLate");
            case EXPIRE -> world.expire(orderId);
            case SUSPEND -> world.suspend(orderId);
            case ACKNOWLEDGE_CANCEL -> world.acknowledgeCancel(orderId);
            case REJECT_CANCEL -> world.rejectCancel(orderId);
        };
    }

    /** What each event makes of each status it can happen to. What is not listed is refused. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ACKNOWLEDGE        | PendingNew New, PendingReplace New, Suspended New, Held New
            FILL               | New Filled, PartiallyFilled Filled, PendingNew Filled, PendingReplace Filled, \
            PendingCancel Filled, Stopped Filled, AcceptedForBidding Filled
            REJECT             | New Rejected, Stopped Rejected, Suspended Rejected, PendingNew Rejected, \
            AcceptedForBidding Rejected, PendingReplace Rejected, Held Rejected
            EXPIRE             | New DoneForDay, PartiallyFilled DoneForDay, PendingCancel DoneForDay, \
            Stopped DoneForDay, Suspended DoneForDay, PendingNew DoneForDay, Calculated DoneForDay, \
            AcceptedForBidding DoneForDay, PendingReplace DoneForDay, Held DoneForDay
            SUSPEND            | New Suspended, PartiallyFilled Suspended, Stopped Suspended, PendingNew Suspended, \
            Calculated Suspended, AcceptedForBidding Suspended, PendingReplace Suspended, Held Suspended
            ACKNOWLEDGE_CANCEL | PendingCancel Canceled
            REJECT_CANCEL      | PendingCancel New
            """)
    void an_event_happens_to_orders_in_these_states_and_to_no_others(VenueEvent event, String steps, World world) {
        List<String> happened = new ArrayList<>();
        for (Order before : world.orders()) {
            int id = before.id().value();
            try {
                Order after = tell(world, event, id);
                happened.add(before.status().word() + " " + after.status().word());
                assertThat(world.order(id)).isEqualTo(after);
            } catch (IllegalStateException refused) {
                assertThat(refused).hasMessageContaining("order " + id);
                assertThat(world.order(id)).isSameAs(before);
            }
        }
        assertThat(happened).containsExactlyInAnyOrder(steps.split(", "));
    }

    @ParameterizedTest
    @EnumSource
    void each_event_leaves_one_record_of_its_own_state_and_instant(VenueEvent event, World world) {
        world.advance(Duration.ofMinutes(1));
        for (Order before : world.orders()) {
            if (event.refusal(before).isEmpty()) {
                Order after = tell(world, event, before.id().value());
                assertThat(after.earlier()).isEqualTo(before.records());
                assertThat(after.progress().stateId())
                        .isGreaterThan(before.progress().stateId());
                assertThat(after.progress().requestId())
                        .isEqualTo(before.progress().requestId());
                assertThat(after.progress().date()).isEqualTo(before.progress().date());
                assertThat(after.progress().transactionDate()).isEqualTo(world.now());
            }
        }
    }

    @Test
    void what_cannot_be_is_refused_and_told_why(World world) {
        assertRefused(
                () -> world.acknowledge(1001),
                "order 1001 is New; what can be acknowledged is one that is Suspended, PendingNew, PendingReplace, Held");
        assertRefused(
                () -> world.fill(1003),
                "order 1003 is Filled; what can be filled is one that is New, PartiallyFilled, PendingCancel, Stopped,"
                        + " PendingNew, Calculated, AcceptedForBidding, PendingReplace");
        assertRefused(
                () -> world.acknowledgeCancel(1005),
                "order 1005 is Canceled; what can be canceled is one that is PendingCancel");
        assertRefused(
                () -> world.rejectCancel(1001),
                "order 1001 is New; what can be kept from being canceled is one that is PendingCancel");
        assertRefused(
                () -> world.reject(1002, "TooLate"),
                "a part of order 1002 is executed; it can be canceled, not rejected");
        assertRefused(() -> world.suspend(1010), "order 1010 is Suspended already");
        assertRefused(() -> world.fill(1012), "nothing of order 1012 is left to fill");
    }

    @Test
    void an_order_of_nothing_has_nothing_to_fill(World frozen, Sandbox sandbox) {
        byte[] fixtures = """
                {"appKeys": [{"key": "k"}], "tokens": [],
                 "users": [{"UserId": 7, "Login": "t", "password": "p"}],
                 "accounts": [{"Id": 10, "access": [{"UserId": 7}]}],
                 "orders": [{"Id": 1, "AccountId": 10, "UserId": 7, "Quantity": 0, "Side": "Buy", "Status": "New"}]}
                """.getBytes(StandardCharsets.UTF_8);
        try (World world =
                sandbox.newWorld(Fixtures.document("fixtures", fixtures).load(), frozen.settings())) {
            assertRefused(() -> world.fillAt(1, 5.0), "nothing of order 1 is left to fill");
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_unknown_order_is_told_so(VenueEvent event, World world) {
        assertThatThrownBy(() -> tell(world, event, 7))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("there is no order 7");
    }

    @Test
    void figures_that_no_fill_has_are_refused(World world) {
        assertRefused(
                () -> world.fill(1002, 60.5), "Quantity 60.5 is more than the 60 of order 1002 that are not executed");
        for (double quantity : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> world.fill(1001, quantity))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageMatching("Quantity is \\S+; more than 0 and at most 1000000000000 is needed");
        }
        for (double price : new double[] {-0.01, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> world.fill(1001, 1.0, price))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageMatching("Price is \\S+; 0 or more, and at most 1000000000000, is needed");
        }
        assertThat(world.order(1001).records()).hasSize(1);
    }

    @Nested
    class Fills {
        @Test
        void are_at_the_quote_when_a_market_order_gets_no_price(World world) {
            assertThat(world.fill(1001).execution().averagePrice()).isEqualTo(156.85);
            assertThat(world.fillAt(1008, 0.0).execution().averagePrice()).isZero();
        }

        @Test
        void have_an_average_price_weighted_by_their_quantities(World world) {
            assertThat(world.order(1001).quantity()).isEqualTo(100);
            Order part = world.fill(1001, 25.0, 156.57);
            assertThat(part.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
            assertThat(part.leavesQuantity()).isEqualTo(75);
            assertThat(part.execution().averagePrice()).isEqualTo(156.57);

            Order more = world.fill(1001, 50.0, 156.6);
            assertThat(more.executedQuantity()).isEqualTo(75);
            assertThat(more.execution().averagePrice()).isEqualTo(156.59);
            assertThat(more.execution().lastPrice()).isEqualTo(156.6);
            assertThat(more.execution().lastQuantity()).isEqualTo(50);

            Order whole = world.fillAt(1001, 156.59);
            assertThat(whole.status()).isEqualTo(OrderStatus.FILLED);
            assertThat(whole.leavesQuantity()).isZero();
            assertThat(whole.execution().averagePrice()).isEqualTo(156.59);
        }

        @Test
        void of_tenths_add_up_exactly(World world) {
            world.fill(1001, 0.1, 1.0);
            Order after = world.fill(1001, 0.2, 1.0);
            assertThat(after.executedQuantity()).isEqualTo(0.3);
            assertThat(after.leavesQuantity()).isEqualTo(99.7);
            assertThat(after.execution().averagePrice()).isEqualTo(1);
        }

        @Test
        void in_part_leave_a_pending_cancel_pending_and_whole_ones_refuse_it(World world) {
            Order part = world.fill(1007, 40);
            assertThat(part.status()).isEqualTo(OrderStatus.PENDING_CANCEL);
            assertThat(part.leavesQuantity()).isEqualTo(60);
            Order whole = world.fill(1007);
            assertThat(whole.status()).isEqualTo(OrderStatus.FILLED);
            assertThat(whole.progress().executionStatus()).isEqualTo(OrderStatus.REJECTED);
            assertThat(whole.progress().target()).isEqualTo(Target.CANCEL_REJECT);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1001, 1007, 1011})
    void a_day_order_that_expires_is_done_for_the_day(int order, World world) {
        Order after = world.expire(order);
        assertThat(after.status()).isEqualTo(OrderStatus.DONE_FOR_DAY);
        assertThat(after.progress().description()).isEqualTo("Expired by OMS");
        assertThat(after.leavesQuantity()).isZero();
    }

    @Test
    void a_rejected_order_describes_the_reason(World world) {
        assertThat(world.reject(1011, "NotTradable").progress().description()).isEqualTo("NotTradable");
        assertThat(LiveWorld.of(world).apply(VenueInstruction.of(new OrderId(1001), VenueEvent.REJECT)))
                .isNotNull();
        assertThat(world.order(1001).progress().description()).isEqualTo("Rejected by the venue");
    }

    @Test
    void an_order_goes_from_review_back_to_the_venue(World world) {
        assertThat(world.suspend(1002).leavesQuantity()).isEqualTo(60);
        assertThat(world.acknowledge(1002).status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    }

    @Nested
    @SandboxTest(fixtures = "lifecycle")
    class on_other_orders {
        @ParameterizedTest
        @CsvSource({"2001, EXPIRED", "2031, DONE_FOR_DAY", "2032, EXPIRED"})
        void only_day_orders_are_done_for_the_day(int order, OrderStatus status, World world) {
            assertThat(world.expire(order).status()).isEqualTo(status);
            assertThat(world.order(order).progress().description()).isEqualTo("Expired by OMS");
        }

        @Test
        void a_group_is_not_filled_itself(World world) {
            assertRefused(() -> world.fill(2010), "order 2010 only ties its legs together; fill one of [2011, 2012]");
        }

        @Test
        void what_ends_a_group_ends_its_legs(World world) {
            world.expire(2010);
            world.reject(2020, "TooLate");
            assertThat(world.orders().stream()
                            .filter(order -> order.terms().parentId() > 0)
                            .map(order -> order.id() + " " + order.status().word())
                            .collect(Collectors.joining(", ")))
                    .isEqualTo("2011 Expired, 2012 Expired, 2021 Rejected, 2022 Rejected");
        }
    }

    private static void assertRefused(ThrowingCallable call, String reason) {
        assertThatThrownBy(call).isInstanceOf(IllegalStateException.class).hasMessage(reason);
    }
}
