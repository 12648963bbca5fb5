package io.github.etnasandbox.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.junit.PlayedAgain;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.order.CancelOutcome;
import io.github.etnasandbox.order.DueEvent;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.venue.Cancellation;
import io.github.etnasandbox.world.ClockMode;
import io.github.etnasandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens because its time has come. */
@SandboxTest(fixtures = "lifecycle")
@Timeout(60)
@Tag(PlayedAgain.NOT)
class DueTest {
    private static final Instant CLOSE = Instant.parse("2019-01-22T21:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration MOMENT = Duration.ofMillis(1);

    @Test
    void things_happen_in_their_order_at_their_instants_however_far_the_clock_moves(World world) {
        cancel(world, 2008);
        cancel(world, 2002);
        world.cancelOutcome(2003, CancelOutcome.acceptAfter(Duration.ofSeconds(1)));
        cancel(world, 2003);

        assertThat(summaries(world.advance(Duration.ofDays(7))))
                .containsExactly(
                        "2019-01-21T15:30:01Z acknowledge-cancel 2003 Canceled",
                        "2019-01-21T15:30:02Z acknowledge 2030 New", // by request, of which this is the first
                        "2019-01-21T15:30:02Z fill 2008 Filled",
                        "2019-01-21T15:30:02Z acknowledge-cancel 2002 Canceled",
                        "2019-01-22T21:00:00Z expire 2031 DoneForDay",
                        "2019-01-25T21:00:00Z expire 2032 Expired");
        assertThat(world.now()).isEqualTo(Instant.parse("2019-01-28T15:30:00Z"));
        assertThat(world.order(2003).progress().transactionDate()).isEqualTo(Instant.parse("2019-01-21T15:30:01Z"));
        assertThat(world.order(2031).progress().transactionDate()).isEqualTo(CLOSE);
    }

    @Test
    void at_the_same_instant_answers_come_before_expiries(World world) {
        world.cancelOutcome(2031, CancelOutcome.acceptAfter(untilClose(world)));
        world.cancelOutcome(2001, CancelOutcome.acceptAfter(untilClose(world)));
        cancel(world, 2031);
        cancel(world, 2001);
        assertThat(summaries(world.advance(untilClose(world))))
                .containsExactly(
                        "2019-01-21T15:30:02Z acknowledge 2030 New",
                        "2019-01-22T21:00:00Z acknowledge-cancel 2031 Canceled",
                        "2019-01-22T21:00:00Z acknowledge-cancel 2001 Canceled");
    }

    @Test
    void an_order_expires_under_a_cancel_that_comes_too_late(World world) {
        world.cancelOutcome(2031, CancelOutcome.acceptAfter(untilClose(world).plusNanos(100)));
        cancel(world, 2031);
        assertThat(summaries(world.advance(Duration.ofDays(3))))
                .containsExactly(
                        "2019-01-21T15:30:02Z acknowledge 2030 New", "2019-01-22T21:00:00Z expire 2031 DoneForDay");
    }

    @Test
    void nothing_happens_twice_or_to_what_is_over(World world) {
        cancel(world, 2002);
        world.acknowledgeCancel(2002);
        world.acknowledge(2030);
        world.fill(2031);
        assertThat(summaries(world.advance(Duration.ofDays(7))))
                .containsExactly("2019-01-25T21:00:00Z expire 2032 Expired");
        assertThat(world.advance(Duration.ofDays(7))).isEmpty();
    }

    @Test
    void many_small_moves_come_to_what_one_large_move_comes_to(World world, Sandbox sandbox) {
        try (World other = sandbox.newWorld(world.seed(), world.settings())) {
            cancel(world, 2009);
            cancel(other, 2009);
            for (int i = 0; i < 8; i++) {
                world.advance(Duration.ofHours(12));
            }
            other.advance(Duration.ofDays(4));
            assertThat(world.orders()).isEqualTo(other.orders());
            assertThat(LiveWorld.of(world).state().nextId())
                    .isEqualTo(LiveWorld.of(other).state().nextId());
        }
    }

    @Test
    void a_ticking_world_that_is_merely_read_goes_on(World world, Sandbox sandbox) {
        try (World ticking = ticking(world, sandbox)) {
            ticking.cancelOutcome(2001, CancelOutcome.acceptAfter(MOMENT));
            Instant before = ticking.now();
            cancel(ticking, 2001);
            Order canceled = await(ticking, 2001, OrderStatus.CANCELED);
            assertThat(canceled.progress().transactionDate())
                    .as("at its instant, not when it was read")
                    .isEqualTo(canceled.progress().date().plus(MOMENT));
            assertThat(canceled.progress().date()).isAfterOrEqualTo(before);
        }
    }

    @Test
    void orders_of_a_ticking_world_expire_while_it_is_read(World world, Sandbox sandbox) {
        try (World ticking = ticking(world, sandbox)) {
            ticking.advance(untilClose(ticking).minus(MOMENT));
            Order expired = await(ticking, 2031, OrderStatus.DONE_FOR_DAY);
            assertThat(expired.progress().transactionDate()).isEqualTo(CLOSE);
            assertThat(ticking.order(2030).status()).isEqualTo(OrderStatus.NEW);
        }
    }

    @Test
    void a_frozen_world_that_is_read_stays_as_it_is(World world) {
        world.cancelOutcome(2001, CancelOutcome.acceptAfter(Duration.ofNanos(100)));
        cancel(world, 2001);
        Order pending = world.order(2001);
        assertThat(LiveWorld.of(world)
                        .await(
                                state -> state.order(pending.id()).filter(order -> !order.equals(pending)),
                                Duration.ofMillis(20)))
                .isEmpty();
    }

    private static World ticking(World world, Sandbox sandbox) {
        return sandbox.newWorld(world.seed(), world.settings().withClock(ClockMode.TICKING));
    }

    private static Order await(World world, int orderId, OrderStatus status) {
        Optional<Order> found = LiveWorld.of(world)
                .await(state -> state.order(new OrderId(orderId)).filter(order -> order.status() == status), SOON);
        assertThat(found).as("order %s, %s in time", orderId, status).isPresent();
        return found.orElseThrow();
    }

    private static Duration untilClose(World world) {
        return Duration.between(world.now(), CLOSE);
    }

    private static void cancel(World world, int orderId) {
        LiveWorld.of(world).apply(new Cancellation(new AccountId(6303), new OrderId(orderId), null));
    }

    private static List<String> summaries(List<DueEvent> fired) {
        return fired.stream()
                .map(one -> one.at() + " " + one.event() + " " + one.order().id() + " "
                        + one.order().status().word())
                .toList();
    }
}
