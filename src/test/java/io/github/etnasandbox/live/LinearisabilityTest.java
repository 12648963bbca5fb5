package io.github.etnasandbox.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.delivery.Sender;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.live.History.Call;
import io.github.etnasandbox.order.CancelOutcome;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.state.Command;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.store.EmbeddedStore;
import io.github.etnasandbox.store.Store;
import io.github.etnasandbox.user.UserId;
import io.github.etnasandbox.venue.CancelScript;
import io.github.etnasandbox.venue.Cancellation;
import io.github.etnasandbox.venue.ClockAdvance;
import io.github.etnasandbox.venue.OrderParameters;
import io.github.etnasandbox.venue.OrderProperty;
import io.github.etnasandbox.venue.OrderResult;
import io.github.etnasandbox.venue.Replacement;
import io.github.etnasandbox.venue.VenueEvent;
import io.github.etnasandbox.venue.VenueInstruction;
import io.github.etnasandbox.world.WorldSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Threads that race for one order: whatever comes of it could have come of one call after the other. */
@Timeout(120)
class LinearisabilityTest {
    private static final int ROUNDS = 200;
    private static final int RANDOM_ROUNDS = 1500;
    private static final int STORED_ROUNDS = 150;
    private static final OrderId ORDER = new OrderId(73552);
    private static final Seed SEED = Fixtures.named("docs").load();

    private static final Command<?> CANCEL = new Cancellation(new AccountId(6303), ORDER, new UserId(7001));
    private static final Command<?> HOLD = new CancelScript(ORDER, CancelOutcome.HOLD);
    private static final Command<?> REPLACE =
            new Replacement(new AccountId(6303), ORDER, new UserId(7001), ofQuantity(120));
    private static final Command<?> FILL = VenueInstruction.of(ORDER, VenueEvent.FILL);
    private static final Command<?> FILL_PART = new VenueInstruction(ORDER, VenueEvent.FILL, 50.0, 156.0, null);
    private static final Command<?> CANCEL_DONE = VenueInstruction.of(ORDER, VenueEvent.ACKNOWLEDGE_CANCEL);
    private static final Command<?> CANCEL_REJECTED = VenueInstruction.of(ORDER, VenueEvent.REJECT_CANCEL);
    private static final Command<?> EXPIRY = new ClockAdvance(Duration.ofDays(2));
    private static final List<Command<?>> ANY = List.of(
            CANCEL,
            CANCEL,
            HOLD,
            REPLACE,
            FILL,
            FILL_PART,
            FILL_PART,
            CANCEL_DONE,
            CANCEL_REJECTED,
            VenueInstruction.of(ORDER, VenueEvent.SUSPEND),
            VenueInstruction.of(ORDER, VenueEvent.ACKNOWLEDGE),
            new CancelScript(ORDER, CancelOutcome.acceptAfter(Duration.ofSeconds(1))),
            new ClockAdvance(Duration.ofSeconds(1)));

    private final ExecutorService executor = Executors.newFixedThreadPool(4); // not shared: tests run beside each other
    private LiveWorld world = world(null);

    @TempDir
    private Path folder;

    @AfterEach
    void end() {
        executor.shutdownNow();
    }

    private static LiveWorld world(@Nullable Store store) {
        return new Worlds(
                        "http://localhost",
                        WorldSettings.DEFAULTS,
                        () -> SEED,
                        null,
                        null,
                        () -> new Sender(false),
                        store)
                .defaultWorld();
    }

    static Stream<Arguments> races() {
        return Stream.of(
                Arguments.of("cancel and fill", List.of(), List.of(List.of(CANCEL), List.of(FILL))),
                Arguments.of("cancel and replace", List.of(), List.of(List.of(CANCEL), List.of(REPLACE))),
                Arguments.of(
                        "many cancels",
                        List.of(),
                        List.of(List.of(CANCEL), List.of(CANCEL), List.of(CANCEL), List.of(CANCEL))),
                Arguments.of(
                        "acknowledge-cancel and reject-cancel",
                        List.of(HOLD, CANCEL),
                        List.of(List.of(CANCEL_DONE), List.of(CANCEL_REJECTED))),
                Arguments.of("expiry and cancel", List.of(), List.of(List.of(EXPIRY), List.of(CANCEL))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("races")
    void a_race_ends_as_if_one_had_come_after_the_other(
            String name, List<Command<?>> first, List<List<Command<?>>> threads) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            world.reset();
            first.forEach(world::apply);
            History history = record(threads);
            assertThat(history.isLinearisable())
                    .as("%s: %s", name, history.calls())
                    .isTrue();
        }
    }

    @Test
    void any_calls_by_any_threads_can_be_told_one_after_the_other() throws Exception {
        raceAtRandom(RANDOM_ROUNDS);
    }

    @Test
    void so_can_those_of_a_world_that_lasts() throws Exception {
        try (Store store = EmbeddedStore.open(folder)) {
            world = world(store);
            raceAtRandom(STORED_ROUNDS);
        }
    }

    private void raceAtRandom(int rounds) throws Exception {
        for (int seed = 0; seed < rounds; seed++) {
            Random random = new Random(seed);
            world.reset();
            List<List<Command<?>>> threads = new ArrayList<>();
            int count = 2 + random.nextInt(3);
            for (int i = 0; i < count; i++) {
                threads.add(Stream.generate(() -> ANY.get(random.nextInt(ANY.size())))
                        .<Command<?>>map(command -> command)
                        .limit(1 + random.nextInt(3))
                        .toList());
            }
            History history = record(threads);
            assertThat(history.isLinearisable())
                    .as("seed %d: %s", seed, history.calls())
                    .isTrue();
        }
    }

    @Test
    void two_cancels_that_both_win_cannot() {
        State before = world.state();
        Object won = world.apply(CANCEL);
        List<Call> calls = List.of(new Call(CANCEL, 1, 3, won), new Call(CANCEL, 2, 4, won));
        assertThat(new History(before, calls, world.state()).isLinearisable()).isFalse();
    }

    @Test
    void a_cancel_cannot_be_refused_for_a_fill_that_began_after_its_answer() {
        State before = world.state();
        Object filled = world.apply(FILL);
        Object refused = world.apply(CANCEL);
        assertThat(refused).isInstanceOf(OrderResult.Refused.class);
        Call fill = new Call(FILL, 3, 4, filled);
        State after = world.state();
        assertThat(new History(before, List.of(new Call(CANCEL, 1, 2, refused), fill), after).isLinearisable())
                .isFalse();
        assertThat(new History(before, List.of(new Call(CANCEL, 1, 5, refused), fill), after).isLinearisable())
                .isTrue();
    }

    /** Has each thread make its calls one after the other, all of them at once. */
    private History record(List<List<Command<?>>> threads) throws Exception {
        State before = world.state();
        AtomicInteger counter = new AtomicInteger();
        CyclicBarrier start = new CyclicBarrier(threads.size());
        List<Future<List<Call>>> running = new ArrayList<>();
        for (List<Command<?>> commands : threads) {
            running.add(executor.submit(() -> {
                List<Call> calls = new ArrayList<>();
                start.await();
                for (Command<?> command : commands) {
                    int from = counter.incrementAndGet();
                    Object result = world.apply(command);
                    calls.add(new Call(command, from, counter.incrementAndGet(), result));
                }
                return calls;
            }));
        }
        List<Call> calls = new ArrayList<>();
        for (Future<List<Call>> thread : running) {
            calls.addAll(thread.get());
        }
        return new History(before, calls, world.state());
    }

    private static OrderParameters ofQuantity(double quantity) {
        return OrderParameters.NONE
                .with(OrderProperty.QUANTITY, quantity)
                .with(OrderProperty.EXECUTION_INSTRUCTIONS, Map.of());
    }
}
