package io.github.etnasandbox.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.delivery.Sender;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.order.CancelOutcome;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.user.UserId;
import io.github.etnasandbox.venue.CancelScript;
import io.github.etnasandbox.venue.Cancellation;
import io.github.etnasandbox.venue.VenueEvent;
import io.github.etnasandbox.venue.VenueInstruction;
import io.github.etnasandbox.world.WorldSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Following a world: what was changed, each change once, in the order it was made. */
@Timeout(60)
class ChangesTest {
    private static final OrderId ORDER = new OrderId(73552);
    private static final Cancellation CANCEL = new Cancellation(new AccountId(6303), ORDER, new UserId(7001));

    private final LiveWorld world = new Worlds(
                    "http://localhost",
                    WorldSettings.DEFAULTS,
                    Fixtures.named("docs")::load,
                    null,
                    null,
                    () -> new Sender(false),
                    null)
            .defaultWorld();

    @Test
    void a_follower_begins_with_what_the_world_is() {
        world.apply(CANCEL);
        try (Changes changes = world.follow(() -> {})) {
            assertThat(changes.state()).isEqualTo(world.state());
            assertThat(changes.next()).isNull();
        }
    }

    @Test
    void a_change_tells_what_was_and_what_is() {
        try (Changes changes = world.follow(() -> {})) {
            world.apply(CANCEL);
            Change change = Objects.requireNonNull(changes.next());
            assertThat(status(change.before())).isEqualTo(OrderStatus.NEW);
            assertThat(status(change.after())).isEqualTo(OrderStatus.CANCELED);
            assertThat(change.startsOver()).isFalse();
            assertThat(changes.next()).isNull();
        }
    }

    @Test
    void a_reset_is_told_as_a_start_over() {
        try (Changes changes = world.follow(() -> {})) {
            world.reset();
            assertThat(Objects.requireNonNull(changes.next()).startsOver()).isTrue();
        }
    }

    @Test
    void an_order_is_there_once_for_each_state_that_it_came_to() {
        world.apply(new CancelScript(ORDER, CancelOutcome.partialFillFirst(10)));
        try (Changes changes = world.follow(() -> {})) {
            world.apply(CANCEL);
            List<Order> orders = Objects.requireNonNull(changes.next()).orders();
            assertThat(orders)
                    .extracting(order -> order.progress().stateId())
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .hasSizeGreaterThan(1);
            assertThat(orders.get(orders.size() - 1)).isEqualTo(world.order(ORDER.value()));
        }
    }

    @Test
    void whoever_makes_a_change_wakes_the_follower() {
        List<Thread> woke = new ArrayList<>();
        try (Changes changes = world.follow(() -> woke.add(Thread.currentThread()))) {
            assertThat(changes).isNotNull();
            world.apply(CANCEL);
            assertThat(changes.next()).isNotNull();
        }
        world.reset();
        assertThat(woke).containsExactly(Thread.currentThread());
    }

    @Test
    void no_change_is_lost_or_read_twice_however_many_threads_make_them() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 50; round++) {
                List<Future<?>> running = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    running.add(threads.submit(() -> {
                        for (int fill = 0; fill < 5; fill++) {
                            world.apply(new VenueInstruction(ORDER, VenueEvent.FILL, 1.0, 155.0, null));
                        }
                    }));
                }
                State last;
                int read = 0;
                try (Changes changes = world.follow(() -> {})) {
                    State first = changes.state();
                    last = first;
                    boolean over = false;
                    while (!over) {
                        over = running.stream().allMatch(Future::isDone);
                        for (Change change = changes.next(); change != null; change = changes.next()) {
                            assertThat(change.before()).isSameAs(last);
                            last = change.after();
                            read++;
                        }
                    }
                    assertThat(executed(last) - executed(first)).isEqualTo(read);
                }
                for (Future<?> each : running) {
                    each.get();
                }
                assertThat(last).isEqualTo(world.state());
                world.reset();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static OrderStatus status(State state) {
        return state.order(ORDER).orElseThrow().status();
    }

    private static double executed(State state) {
        return state.order(ORDER).orElseThrow().executedQuantity();
    }
}
