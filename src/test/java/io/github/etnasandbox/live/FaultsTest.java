package io.github.etnasandbox.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.etnasandbox.live.Faults.LiveFault;
import io.github.etnasandbox.stage.Fault;
import io.github.etnasandbox.stage.FaultEffect;
import io.github.etnasandbox.stage.FaultPoint;
import io.github.etnasandbox.stage.PathPattern;
import io.github.etnasandbox.stage.RequestPattern;
import io.github.etnasandbox.stage.StandingFault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FaultsTest {
    private static final Instant NOON = Instant.parse("2019-01-21T12:00:00Z");
    private static final Fault CLOSE = Fault.before("DELETE", "**/orders/*", FaultEffect.close());

    private final Semaphore room = new Semaphore(Faults.MOST_WAITING);
    private final StageWorld world = new StageWorld(room);
    private final Faults faults = world.faults;

    @Test
    void a_fault_strikes_the_first_request_that_matches_and_no_other() {
        LiveFault fault = faults.add(CLOSE);
        assertThat(faults.strike(FaultPoint.BEFORE, "GET", "/orders/1", () -> NOON))
                .isEmpty();
        assertThat(faults.strike(FaultPoint.BEFORE, "DELETE", "/users/1", () -> NOON))
                .isEmpty();
        assertThat(faults.strike(FaultPoint.AFTER, "DELETE", "/orders/1", () -> NOON))
                .isEmpty();
        assertThat(fault.matches()).isZero();

        assertThat(strike()).isTrue();
        assertThat(strike()).isFalse();
        assertThat(fault.matches()).isEqualTo(2);
        assertThat(fault.hits()).isEqualTo(1);
    }

    @Test
    void a_fault_strikes_from_the_nth_request_on_and_so_often_as_told() {
        faults.add(CLOSE.nth(3).times(2));
        assertThat(strikes(6)).containsExactly(false, false, true, true, false, false);
    }

    @Test
    void a_share_is_the_same_schedule_each_time() {
        faults.add(CLOSE.share(0.3, 42).times(Integer.MAX_VALUE));
        List<Boolean> first = strikes(1_000);
        faults.clear();
        faults.add(CLOSE.share(0.3, 42).times(Integer.MAX_VALUE));
        assertThat(strikes(1_000)).isEqualTo(first);
        assertThat(first.stream().filter(struck -> struck).count()).isBetween(250L, 350L);
    }

    @Test
    void another_seed_is_another_schedule() {
        faults.add(CLOSE.share(0.5, 1).times(Integer.MAX_VALUE));
        List<Boolean> one = strikes(200);
        faults.clear();
        faults.add(CLOSE.share(0.5, 2).times(Integer.MAX_VALUE));
        List<Boolean> two = strikes(201);
        assertThat(two.subList(0, 200)).isNotEqualTo(one);
        assertThat(two.subList(1, 201)).as("moved by one").isNotEqualTo(one);
    }

    @Test
    void the_schedule_counts_requests_from_the_first_that_matches() {
        faults.add(CLOSE.share(0.5, 7).times(Integer.MAX_VALUE));
        List<Boolean> all = strikes(50);
        faults.clear();
        faults.add(CLOSE.share(0.5, 7).times(Integer.MAX_VALUE).nth(21));
        List<Boolean> late = strikes(50);
        assertThat(late.subList(0, 20)).containsOnly(false);
        assertThat(late.subList(20, 50)).isEqualTo(all.subList(20, 50));
    }

    @Test
    void every_fault_counts_a_request_and_the_first_made_strikes_it() {
        LiveFault first = faults.add(CLOSE);
        LiveFault second = faults.add(CLOSE);
        assertThat(faults.strike(FaultPoint.BEFORE, "DELETE", "/orders/1", () -> NOON))
                .contains(first);
        assertThat(second.matches()).isEqualTo(1);
        assertThat(second.hits()).isZero();
        assertThat(faults.strike(FaultPoint.BEFORE, "DELETE", "/orders/1", () -> NOON))
                .contains(second);
        assertThat(first.matches()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100})
    void however_many_come_at_once_exactly_so_many_are_struck_as_told(int times) throws Exception {
        LiveFault fault = faults.add(CLOSE.nth(10).times(times));
        AtomicInteger struck = new AtomicInteger();
        int threads = 8;
        int each = 500;
        CyclicBarrier start = new CyclicBarrier(threads);
        List<CompletableFuture<Void>> running = IntStream.range(0, threads)
                .mapToObj(i -> CompletableFuture.runAsync(
                        () -> {
                            await(start);
                            for (int n = 0; n < each; n++) {
                                struck.addAndGet(strike() ? 1 : 0);
                            }
                        },
                        task -> new Thread(task).start()))
                .toList();
        for (CompletableFuture<Void> thread : running) {
            thread.get(30, TimeUnit.SECONDS);
        }
        assertThat(struck).hasValue(times);
        assertThat(fault.hits()).isEqualTo(times);
        assertThat(fault.matches()).isEqualTo((long) threads * each);
    }

    @Test
    void a_window_on_the_clock_has_its_first_instant_and_not_its_last() {
        faults.add(CLOSE.within(NOON, NOON.plusSeconds(60)).times(Integer.MAX_VALUE));
        assertThat(strikeAt(NOON.minusNanos(1))).isFalse();
        assertThat(strikeAt(NOON)).isTrue();
        assertThat(strikeAt(NOON.plusSeconds(59))).isTrue();
        assertThat(strikeAt(NOON.plusSeconds(60))).isFalse();
    }

    @Test
    void a_fault_without_a_window_asks_for_no_time() {
        faults.add(CLOSE);
        assertThat(faults.strike(FaultPoint.BEFORE, "DELETE", "/orders/1", () -> {
                    throw new AssertionError("asked");
                }))
                .isPresent();
    }

    @Test
    void a_removed_fault_strikes_nothing_and_lets_go_what_waits() throws Exception {
        LiveFault fault = faults.add(CLOSE);
        assertThat(released(fault::close, fault)).isTrue();
        assertThat(strike()).isFalse();
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void clearing_and_closing_let_go_what_waits() throws Exception {
        assertThat(released(faults::clear, faults.add(CLOSE))).isTrue();
        assertThat(released(world.timeline::close, faults.add(CLOSE))).isTrue();
    }

    @Test
    void waiting_ends_by_itself_and_makes_room_again() {
        LiveFault fault = faults.add(CLOSE);
        try (LiveFault.Wait wait = fault.beginWait().orElseThrow()) {
            assertThat(wait.pass(Duration.ofMillis(1))).isTrue();
            assertThat(room.availablePermits()).isEqualTo(Faults.MOST_WAITING - 1);
        }
        assertThat(room.availablePermits()).isEqualTo(Faults.MOST_WAITING);
    }

    @Test
    void no_more_wait_than_there_is_room_for() {
        LiveFault fault = new StageWorld(new Semaphore(1)).faults.add(CLOSE);
        assertThat(fault.beginWait()).isPresent();
        assertThat(fault.beginWait()).isEmpty();
    }

    @Test
    void ids_count_up_and_from_1_again_after_a_clear() {
        assertThat(faults.add(CLOSE).id()).isEqualTo("1");
        assertThat(faults.add(CLOSE).id()).isEqualTo("2");
        assertThat(ids()).contains("2");
        assertThat(ids()).doesNotContain("3");
        faults.clear();
        assertThat(faults.add(CLOSE).id()).isEqualTo("1");
    }

    @Test
    void a_fault_that_has_struck_as_often_as_it_may_makes_room_for_another() {
        IntStream.range(0, Fault.LIMIT).forEach(i -> faults.add(CLOSE.times(i == 0 ? 3 : 1)));
        strikes(4); // three of the first, one of the second

        LiveFault added = faults.add(CLOSE);
        assertThat(ids()).as("the oldest that is spent").doesNotContain("1");
        assertThat(faults.all()).hasSize(Fault.LIMIT).contains(added);
        faults.add(CLOSE);
        assertThat(ids()).doesNotContain("2");
        assertThatThrownBy(() -> faults.add(CLOSE)).hasMessageContaining("there are 100 faults in this world already");
    }

    @Test
    void one_fault_too_many_is_refused_and_so_is_one_where_no_request_comes() {
        IntStream.range(0, Fault.LIMIT).forEach(i -> faults.add(CLOSE));
        assertThatThrownBy(() -> faults.add(CLOSE)).hasMessageContaining("there are 100 faults in this world already");
        world.timeline.close();
        assertThatThrownBy(() -> faults.add(CLOSE)).hasMessageContaining("no request comes here any more");
    }

    @Test
    void what_could_never_be_is_refused_and_told_why() {
        assertThatThrownBy(() -> CLOSE.nth(0)).hasMessage("nth is 0; it must be 1 or more");
        assertThatThrownBy(() -> CLOSE.times(0)).hasMessage("times is 0; it must be 1 or more");
        assertThatThrownBy(() -> CLOSE.share(0, 1)).hasMessage("the share is 0.0; it must be above 0 and up to 1");
        assertThatThrownBy(() -> CLOSE.share(Double.NaN, 1)).hasMessageContaining("it must be above 0");
        assertThatThrownBy(() -> CLOSE.within(NOON, NOON)).hasMessageContaining("is not before until");
        assertThatThrownBy(() -> Fault.before("GET", "/", FaultEffect.truncate()))
                .hasMessage(
                        "before a request is applied there is no answer to truncate; that effect only goes with after");
        assertThatThrownBy(() -> FaultEffect.delay(Duration.ZERO))
                .hasMessage("a delay is PT0S; it must be more than zero and at most PT5M");
        assertThatThrownBy(() -> FaultEffect.drip(Duration.ofMinutes(6), 1)).hasMessageContaining("at most PT5M");
        assertThatThrownBy(() -> FaultEffect.drip(Duration.ofMillis(1), 0))
                .hasMessage("bytes is 0; it must be 1 or more");
        assertThatThrownBy(() -> FaultEffect.truncate(-1)).hasMessage("bytes is -1; it must be 0 or more");
        assertThatThrownBy(() -> FaultEffect.status(199)).hasMessageContaining("it must be from 200 to 599");
        assertThatThrownBy(() -> FaultEffect.status(204, Map.of(), "x")).hasMessage("an answer 204 has no body");
        assertThatThrownBy(() -> FaultEffect.status(200, Map.of("a b", "x"), ""))
                .hasMessage("'a b' is no name of a header");
        assertThatThrownBy(() -> FaultEffect.status(200, Map.of("a", "x\r\ny: z"), ""))
                .hasMessage("the header a may hold printable ASCII characters only");
        assertThatThrownBy(() -> FaultEffect.status(200, Map.of("Content-length", "5"), ""))
                .hasMessage("the header Content-length is the server's own");
    }

    @Test
    void any_method_at_all_can_be_meant() {
        faults.add(
                Fault.of(new RequestPattern(null, new PathPattern("**")), FaultPoint.BEFORE, FaultEffect.status(503)));
        assertThat(strike()).isTrue();
    }

    private List<String> ids() {
        return faults.all().stream().map(StandingFault::id).toList();
    }

    private boolean strike() {
        return strikeAt(NOON);
    }

    private boolean strikeAt(Instant now) {
        return faults.strike(FaultPoint.BEFORE, "DELETE", "/api/orders/1", () -> now)
                .isPresent();
    }

    private List<Boolean> strikes(int count) {
        List<Boolean> struck = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            struck.add(strike());
        }
        return struck;
    }

    /** Whether a request that waits because of a fault goes on before its time when something is done. */
    private static boolean released(Runnable by, LiveFault fault) throws Exception {
        try (LiveFault.Wait wait = fault.beginWait().orElseThrow()) {
            var held = CompletableFuture.supplyAsync(
                    () -> wait.pass(Duration.ofMinutes(5)), task -> new Thread(task).start());
            by.run();
            return !held.get(10, TimeUnit.SECONDS);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
