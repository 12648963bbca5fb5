package io.github.etnasandbox.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.stage.Fault;
import io.github.etnasandbox.stage.FaultEffect;
import io.github.etnasandbox.stage.Gate;
import io.github.etnasandbox.stage.GatePoint;
import io.github.etnasandbox.stage.RequestPattern;
import io.github.etnasandbox.state.Command;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.store.StoreException;
import io.github.etnasandbox.user.UserId;
import io.github.etnasandbox.venue.Cancellation;
import io.github.etnasandbox.world.ClockMode;
import io.github.etnasandbox.world.WorldSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kong.unirest.core.HttpResponse;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a sandbox does while its store takes no changes, and after that. */
@Timeout(120)
class FailingStoreTest {
    private static final String CANCEL = "/v1.0/accounts/6303/orders/73552";
    private static final Command<?> CANCELLATION =
            new Cancellation(new AccountId(6303), new OrderId(73552), new UserId(7001));

    @TempDir
    private Path folder;

    private StoredSandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = StoredSandbox.start(folder);
    }

    @AfterEach
    void end() {
        sandbox.close();
    }

    private LiveWorld world() {
        return sandbox.world();
    }

    private FailingStore store() {
        return sandbox.store();
    }

    @Test
    void a_change_that_cannot_last_is_answered_503_with_when_to_try_again_and_why() {
        store().fail();
        HttpResponse<String> answer = cancel(world());
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getBody()).isNullOrEmpty();
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("1");
        assertThat(answer.getHeaders().getFirst("Sandbox-Reason")).isEqualTo(FailingStore.WHY);
    }

    static Stream<Named<Function<LiveWorld, HttpResponse<String>>>> routes() {
        return Stream.of(
                route(
                        "reset",
                        world -> Unirest.post(world.controlUrl() + "/reset").asString()),
                route(
                        "seed",
                        world -> Unirest.post(world.controlUrl() + "/seed")
                                .body("{\"fixtures\":\"every-status\"}")
                                .asString()),
                route(
                        "advance",
                        world -> Unirest.post(world.controlUrl() + "/clock/advance")
                                .body("{\"by\":\"PT1H\"}")
                                .asString()),
                route(
                        "snapshot",
                        world -> Unirest.put(world.controlUrl() + "/snapshots/new")
                                .asString()),
                route(
                        "forget a snapshot",
                        world -> Unirest.delete(world.controlUrl() + "/snapshots/kept")
                                .asString()),
                route(
                        "restore",
                        world -> Unirest.post(world.controlUrl() + "/snapshots/kept/restore")
                                .asString()),
                route(
                        "fault",
                        world -> Unirest.post(world.controlUrl() + "/faults")
                                .body("{\"match\":{\"method\":\"DELETE\",\"path\":\"/**\"},\"when\":\"before\","
                                        + "\"effect\":{\"type\":\"status\",\"status\":502}}")
                                .asString()),
                route(
                        "clear faults",
                        world -> Unirest.delete(world.controlUrl() + "/faults").asString()),
                route(
                        "gate",
                        world -> Unirest.post(world.controlUrl() + "/gates")
                                .body("{\"match\":{\"method\":\"DELETE\",\"path\":\"/**\"},\"at\":\"before-apply\"}")
                                .asString()),
                route(
                        "release",
                        world -> Unirest.post(world.controlUrl() + "/gates/1/release")
                                .asString()),
                route(
                        "fill",
                        world -> Unirest.post(world.controlUrl() + "/orders/73552/fill")
                                .asString()),
                route(
                        "webhooks",
                        world -> Unirest.put(world.controlUrl() + "/webhooks")
                                .body("[{\"url\":\"http://127.0.0.1:9/\",\"secret\":\"s\"}]")
                                .asString()),
                route(
                        "world",
                        world -> Unirest.post(world.controlUrl() + "/worlds").asString()),
                route(
                        "drop",
                        world -> Unirest.delete(world.controlUrl().replace("/sandbox", "/worlds/1"))
                                .asString()));
    }

    private static Named<Function<LiveWorld, HttpResponse<String>>> route(
            String name, Function<LiveWorld, HttpResponse<String>> call) {
        return Named.of(name, call);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void a_control_route_that_would_change_something_answers_503_with_a_problem_and_changes_nothing(
            Function<LiveWorld, HttpResponse<String>> route) {
        furnish();
        String before = picture();
        store().fail();

        HttpResponse<String> answer = route.apply(world());
        assertThat(answer.getStatus()).as(answer.getBody()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst("Content-Type")).startsWith("application/problem+json");
        assertThat(picture()).isEqualTo(before);
        store().recover();
        assertThat(picture()).isEqualTo(before);
    }

    static Stream<Named<Consumer<LiveWorld>>> changes() {
        return Stream.of(
                change("cancel", world -> cancel(world)),
                change("place", world -> Clients.place(world)),
                change(
                        "login",
                        world -> Unirest.post(world.apiUrl() + "/token")
                                .headers(Map.of(
                                        "Et-App-Key",
                                        "demo-app-key",
                                        "Username",
                                        "admin",
                                        "Password",
                                        "admin-password"))
                                .asEmpty()),
                change(
                        "strike",
                        world -> Unirest.get(world.apiUrl() + "/v1.0/accounts/6303/orders")
                                .headers(Clients.ADMIN)
                                .asEmpty()),
                change(
                        "reseed",
                        world -> fails(() ->
                                world.reseed(Fixtures.named("every-status").load()))),
                change("restore", world -> fails(() -> world.restore(world.seed()))),
                change(
                        "hold",
                        world -> fails(() -> world.hold(
                                RequestPattern.of("DELETE", "/**"), GatePoint.BEFORE_APPLY, Duration.ofMinutes(1)))),
                change(
                        "forget tokens",
                        world -> fails(() -> {
                            world.advance(Duration.ofHours(1));
                            world.forgetTokens();
                        })));
    }

    private static Named<Consumer<LiveWorld>> change(String name, Consumer<LiveWorld> change) {
        return Named.of(name, change);
    }

    private static void fails(Runnable change) {
        assertThatThrownBy(change::run).isInstanceOf(StoreException.class);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_change_that_cannot_last_has_not_happened(Consumer<LiveWorld> change) {
        furnish();
        String before = picture();
        List<String> told = new ArrayList<>();
        Changes changes = world().follow(() -> told.add("a change"));
        store().fail();
        change.accept(world());

        assertThat(picture()).isEqualTo(before);
        assertThat(changes.next()).isNull();
        assertThat(told).isEmpty();
        changes.close();
    }

    @Test
    void a_world_goes_on_as_if_the_changes_that_failed_had_never_been_asked_for() {
        cancel(world());
        store().fail();
        Clients.place(world());
        Clients.place(world());
        store().recover();
        String placed = Clients.place(world()).getBody();
        try (StoredSandbox other = StoredSandbox.start(folder.resolve("other"))) {
            cancel(other.world());
            assertThat(Clients.place(other.world()).getBody()).isEqualTo(placed);
            assertThat(Clients.export(world().snapshot()))
                    .isEqualTo(Clients.export(other.world().snapshot()));
        }
    }

    @Test
    void health_is_503_while_it_lasts_and_200_after() {
        store().fail();
        assertThat(health()).isEqualTo(503);
        store().recover();
        assertThat(health()).isEqualTo(200);
    }

    private int health() {
        return Unirest.get(world().controlUrl() + "/health").asEmpty().getStatus();
    }

    @Test
    void reads_go_on_meanwhile() {
        store().fail();
        cancel(world());
        assertThat(Unirest.get(world().apiUrl() + CANCEL)
                        .headers(Clients.ADMIN)
                        .asString()
                        .getStatus())
                .isEqualTo(200);
        assertThat(world().requests()).hasSize(1);
    }

    @Test
    void a_read_beside_a_change_that_fails_tells_what_was() throws Exception {
        String before = Clients.export(world().snapshot());
        store().hold();
        Thread change = thread(() -> fails(() -> world().apply(CANCELLATION)));
        store().awaitHeld(1);
        List<String> told = new ArrayList<>();
        Thread read = thread(() -> told.add(Clients.export(world().snapshot())));
        awaitWaiting(read);
        store().fail();
        store().letGo();
        change.join();
        read.join();
        assertThat(told).containsExactly(before);
    }

    @Test
    void a_request_beside_a_change_that_fails_is_answered_by_what_was() throws Exception {
        store().hold();
        Thread change = thread(() -> fails(() -> world().apply(CANCELLATION)));
        store().awaitHeld(1);
        List<Object> told = new ArrayList<>();
        Command<Object> look = (state, now) -> new Transition<>(
                state, state.order(new OrderId(73552)).orElseThrow().status());
        Thread read = thread(() -> told.add(world().apply(look)));
        awaitWaiting(read);
        store().fail();
        store().letGo();
        change.join();
        read.join();
        assertThat(told).containsExactly(OrderStatus.NEW);
    }

    @Test
    void nobody_is_told_before_it_lasts_what_a_slow_commit_changes() throws Exception {
        Instant at = world().now();
        store().hold();
        Thread advance = thread(() -> world().advance(Duration.ofHours(1)));
        Thread gate = thread(
                () -> world().hold(RequestPattern.of("DELETE", "/**"), GatePoint.BEFORE_APPLY, Duration.ofMinutes(1)));
        Thread snapshot = thread(() -> world().snapshots().keep("new"));
        store().awaitHeld(3);

        assertThat(world().now()).isEqualTo(at);
        assertThat(world().gates()).isEmpty();
        assertThat(world().snapshots().all()).isEmpty();
        assertThat(world().await(state -> state.clock().isAfter(at) ? Optional.of(1) : Optional.empty(), Duration.ZERO))
                .isEmpty();
        store().letGo();
        advance.join();
        gate.join();
        snapshot.join();
        assertThat(world().now()).isEqualTo(at.plus(Duration.ofHours(1)));
    }

    @Test
    void a_request_that_was_decided_is_answered_though_the_fault_of_its_answer_cannot_be_counted() {
        world().inject(Fault.after("DELETE", "/**", FaultEffect.status(502)));
        store().fail(text -> text.contains("\"faults\""));
        assertThat(cancel(world()).getStatus()).isEqualTo(204);
        store().recover();
        assertThat(world().faults().get(0).hits()).isZero();
    }

    @Test
    void a_request_that_was_decided_is_answered_though_a_gate_cannot_hold_it() {
        world().hold(RequestPattern.of("DELETE", "/**"), GatePoint.AFTER_APPLY, Duration.ofMinutes(1));
        store().fail(text -> text.contains("\"gates\""));
        assertThat(cancel(world()).getStatus()).isEqualTo(204);
        assertThat(world().gates().get(0).state()).isEqualTo(Gate.State.OPEN);
    }

    @Test
    void a_gate_whose_limit_is_over_while_the_store_fails_lets_go_after_that() throws Exception {
        Gate gate = world().hold(RequestPattern.of("DELETE", "/**"), GatePoint.AFTER_APPLY, Duration.ofMillis(100));
        store().fail(text -> text.contains("\"releasedBy\""));
        List<Integer> told = new ArrayList<>();
        Thread cancel = thread(() -> told.add(cancel(world()).getStatus()));
        gate.awaitArrival(Duration.ofSeconds(60));
        cancel.join(1_000);
        store().recover();
        cancel.join();
        assertThat(told).containsExactly(204);
        assertThat(gate.releasedBy()).contains(Gate.Release.LIMIT);
    }

    @Test
    void a_fault_that_cannot_be_counted_before_strikes_nobody() {
        world().inject(Fault.before("DELETE", "/**", FaultEffect.status(502)).times(1));
        store().fail();
        assertThat(cancel(world()).getStatus()).isEqualTo(503);
        store().recover();
        assertThat(cancel(world()).getStatus()).isEqualTo(502);
        assertThat(cancel(world()).getStatus()).isEqualTo(204);
    }

    @Test
    void what_the_journal_notes_meanwhile_is_in_the_log_once_the_store_is_well_again() {
        Unirest.get(world().apiUrl() + CANCEL).headers(Clients.ADMIN).asEmpty();
        store().fail();
        for (int i = 0; i < 3; i++) {
            Unirest.get(world().apiUrl() + CANCEL).headers(Clients.ADMIN).asEmpty();
        }
        store().recover();
        store().await(Worlds.DEFAULT, entries -> entries.size() == 4);
        assertThat(journalAfterACrash()).extracting(Exchange::number).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void notes_that_wait_are_written_when_the_sandbox_ends() {
        store().fail();
        Unirest.get(world().apiUrl() + CANCEL).headers(Clients.ADMIN).asEmpty();
        store().recover();
        sandbox.close();
        sandbox = StoredSandbox.start(folder);
        assertThat(world().requests()).hasSize(1);
    }

    @Test
    void a_reset_forgets_the_journal_though_the_sandbox_crashes_right_after_it() {
        cancel(world());
        store().await(Worlds.DEFAULT, entries -> entries.size() == 2);
        store().fail(text -> text.contains("\"forgotten\":true"));
        world().reset();
        assertThat(journalAfterACrash()).isEmpty();
    }

    @Test
    void a_world_that_could_not_be_made_is_nowhere() {
        store().fail();
        fails(() -> sandbox.worlds().create(WorldSettings.DEFAULTS, world().seed(), "their-key"));
        store().recover();
        assertThat(sandbox.worlds().all()).hasSize(1);
        assertThat(sandbox.worlds().count()).isEqualTo(1);
        assertThat(sandbox.worlds().find("1")).isEmpty();
        assertThat(sandbox.worlds().ofAppKey("their-key")).isEmpty();
        LiveWorld made = sandbox.worlds().create(WorldSettings.DEFAULTS, world().seed(), "their-key");
        assertThat(sandbox.worlds().ofAppKey("their-key")).contains(made);
    }

    @Test
    void a_world_that_could_not_be_dropped_goes_on() {
        LiveWorld made = sandbox.worlds().create(WorldSettings.DEFAULTS, world().seed(), "their-key");
        store().fail();
        fails(made::close);
        store().recover();
        assertThat(sandbox.worlds().ofAppKey("their-key")).contains(made);
        assertThat(cancel(made).getStatus()).isEqualTo(204);
    }

    @Test
    void changes_of_a_world_that_is_dropped_meanwhile_fail_and_nothing_of_it_is_left() throws Exception {
        LiveWorld made = sandbox.worlds().create(WorldSettings.DEFAULTS, world().seed());
        store().hold();
        Thread drop = thread(made::close);
        store().awaitHeld(1);
        Thread change = thread(() -> fails(() -> made.apply(CANCELLATION)));
        store().awaitHeld(2);
        store().letGo();
        drop.join();
        change.join();
        assertThat(sandbox.worlds().find(made.id())).isEmpty();
    }

    @Test
    void a_sandbox_that_ends_while_commits_wait_keeps_what_it_told() throws Exception {
        store().hold();
        List<Integer> told = new ArrayList<>();
        Thread cancel = thread(() -> told.add(cancel(world()).getStatus()));
        store().awaitHeld(1);
        Thread end = thread(sandbox::close);
        store().letGo();
        cancel.join();
        end.join();
        sandbox = StoredSandbox.start(folder);
        assertThat(told).containsExactly(204);
        assertThat(world().order(73552).status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void a_clock_that_runs_is_told_while_things_become_due_that_cannot_last() {
        sandbox.close();
        sandbox = StoredSandbox.start(folder.resolve("ticking"), WorldSettings.DEFAULTS.withClock(ClockMode.TICKING));
        Clients.place(world());
        String orders = world().orders().toString();
        Duration until = world().untilSomethingIsDue();
        world().advance(until.minusMillis(100));
        Instant due = world().now().plusMillis(100);
        store().fail();
        Instant now = world().now();
        for (long end = RealTime.nanos() + 200_000_000; RealTime.nanos() < end; ) {
            Instant next = world().now();
            assertThat(next).isBetween(now, due);
            now = next;
        }
        assertThat(world().orders().toString()).isEqualTo(orders);
        store().recover();
        while (world().orders().toString().equals(orders)) { // what was under way may fail yet
            Thread.onSpinWait();
        }
    }

    /** Threads that place and cancel while every third commit or so fails. */
    @Test
    void no_answer_is_taken_back_and_no_number_is_used_twice_while_commits_fail_now_and_then() throws Exception {
        Random random = new Random(6303);
        store().fail(text -> random.nextInt(3) == 0); // asked by one thread
        ConcurrentLinkedQueue<Integer> placed = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Integer> canceled = new ConcurrentLinkedQueue<>();
        List<Thread> clients = IntStream.range(0, 4)
                .mapToObj(client -> thread(() -> {
                    for (int i = 0; i < 30; i++) {
                        HttpResponse<String> answer = Clients.place(world());
                        if (answer.getStatus() != 503) {
                            int id = Integer.parseInt(answer.getBody().replaceAll("(?s).*?\"Id\":(\\d+).*", "$1"));
                            placed.add(id);
                            if (Clients.cancel(world(), id).getStatus() == 204) {
                                canceled.add(id);
                            }
                        }
                    }
                }))
                .toList();
        for (Thread client : clients) {
            client.join();
        }
        store().recover();
        assertThat(placed).doesNotHaveDuplicates().isNotEmpty();
        String before = Clients.export(world().snapshot());
        int orders = world().orders().size();
        sandbox.close();
        sandbox = StoredSandbox.start(folder);
        assertThat(Clients.export(world().snapshot())).isEqualTo(before);
        assertThat(orders - Snapshots.stateOf(world().seed()).orders().values().size())
                .isEqualTo(placed.size());
        assertThat(canceled)
                .isNotEmpty()
                .allSatisfy(id -> assertThat(world().order(id).status()).isEqualTo(OrderStatus.CANCELED));
        assertThat(placed)
                .filteredOn(id -> !canceled.contains(id))
                .allSatisfy(id -> assertThat(world().order(id).status()).isNotEqualTo(OrderStatus.CANCELED));
    }

    /** The journal that a sandbox finds which is started on the store as it is now. */
    private List<Exchange> journalAfterACrash() {
        return new LogReader(store(), new SeedDocuments(store()), Worlds.DEFAULT)
                .read(store().read(Worlds.DEFAULT).orElseThrow()).journal().stream()
                        .map(Journal.Told::exchange)
                        .toList();
    }

    private void furnish() {
        world().inject(Fault.before("GET", "/**", FaultEffect.status(502)).nth(9));
        world().hold(RequestPattern.of("POST", "/nowhere"), GatePoint.AFTER_APPLY, Duration.ofMinutes(1));
        world().snapshots().keep("kept");
        sandbox.worlds().create(WorldSettings.DEFAULTS, world().seed());
        cancelOther();
    }

    private void cancelOther() {
        Unirest.delete(world().apiUrl() + "/v1.0/accounts/6303/orders/1")
                .headers(Clients.ADMIN)
                .asEmpty();
    }

    /** All that there is to see. */
    private String picture() {
        List<String> lines = new ArrayList<>();
        lines.add(Clients.export(world().seed()));
        lines.add(Clients.export(world().snapshot()));
        lines.add(world().state().nextId() + " " + world().state().rates());
        world().faults().forEach(fault -> lines.add(fault + " " + fault.matches() + " " + fault.hits()));
        world().gates().forEach(gate -> lines.add(gate + " " + gate.state() + " " + gate.releasedBy()));
        world().snapshots().all().forEach((name, snapshot) -> lines.add(name + Clients.export(snapshot)));
        world().requests().forEach(exchange -> lines.add(exchange.line()));
        lines.add(world().now() + " " + sandbox.worlds().all());
        lines.add("room for gates: " + sandbox.worlds().roomForGates.availablePermits());
        lines.add(world().webhooks().toString());
        return String.join("\n", lines);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "client");
        thread.start();
        return thread;
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TERMINATED) {
            Thread.onSpinWait();
        }
    }

    private static HttpResponse<String> cancel(LiveWorld world) {
        return Clients.cancel(world, 73552);
    }
}
