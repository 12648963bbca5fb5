package io.github.etnasandbox.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.journal.ExchangePattern;
import io.github.etnasandbox.journal.Exchanges;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.stage.Fault;
import io.github.etnasandbox.stage.FaultEffect;
import io.github.etnasandbox.stage.Gate;
import io.github.etnasandbox.stage.GatePoint;
import io.github.etnasandbox.stage.StandingFault;
import io.github.etnasandbox.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import kong.unirest.core.HttpRequest;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Test;

/** Journal and faults when many requests come at once, to one world and to many. */
@SandboxTest
class JournalLoadTest {
    private static final int THREADS = 8;
    private static final int REQUESTS = 60;

    @Test
    void of_many_requests_at_once_none_is_lost_or_torn(World world) throws Exception {
        StandingFault fault = world.inject(
                Fault.before("DELETE", "**", FaultEffect.status(503)).times(100));
        inParallel(() -> cancelAgainAndAgain(world));

        Exchanges all = world.requests();
        assertThat(all)
                .extracting(Exchange::number)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, THREADS * REQUESTS).boxed().toList());
        assertThat(fault.hits()).isEqualTo(100);
        all.verifyTimes(100, ExchangePattern.ANY.status(503));
        all.verifyTimes(1, ExchangePattern.ANY.status(204));
        all.verifyTimes(THREADS * REQUESTS - 101, ExchangePattern.ANY.rule("not-outstanding"));
        assertThat(all).allSatisfy(JournalLoadTest::isWhole);
    }

    @Test
    void worlds_under_load_do_not_see_each_others_requests_faults_gates_or_snapshots(Sandbox sandbox) throws Exception {
        inParallel(() -> {
            try (World world = sandbox.newWorld()) {
                Seed before = world.snapshot();
                StandingFault fault = world.inject(Fault.before("DELETE", "**", FaultEffect.status(503))
                        .times(7)
                        .share(0.3, 42));
                Gate gate = world.holdNext("GET", "**/orders/73552", GatePoint.BEFORE_CHECKS);
                var held = asAdministrator(Unirest.get(order(world))).asStringAsync();
                gate.awaitArrival(Duration.ofSeconds(30));
                cancelAgainAndAgain(world);

                assertThat(gate.state()).isEqualTo(Gate.State.HOLDING);
                gate.release();
                assertThat(held.join().getBody()).contains("\"ExecutionStatus\":\"Canceled\"");
                assertThat(fault.matches()).isEqualTo(REQUESTS);
                assertThat(world.requests()).hasSize(REQUESTS + 1);
                assertThat(world.requests())
                        .allMatch(exchange -> exchange.request().url().startsWith(world.apiUrl()));
                world.requests().verifyTimes(7, ExchangePattern.ANY.status(503));
                world.requests().verifyOnce(ExchangePattern.ANY.status(204));
                world.restore(before);
                assertThat(LiveWorld.of(world).state()).isEqualTo(Snapshots.stateOf(world.seed()));
            }
        });
    }

    @Test
    void a_journal_stays_within_its_bytes_however_many_requests_come() {
        int limit = 100_000;
        Journal journal = new Journal(limit, null);
        Exchange exchange = JournalTest.exchange("/api/v1.0/accounts/6303/orders/73552");
        for (int i = 0; i < 1_000_000; i++) {
            JournalTest.add(journal, exchange);
        }

        Exchanges kept = journal.exchanges();
        assertThat(kept.stream().mapToInt(Journal::weight).sum()).isBetween(limit / 2, limit);
        assertThat(kept.size() + kept.dropped()).isEqualTo(1_000_000);
        assertThat(kept.get(kept.size() - 1).number()).isEqualTo(1_000_000);
    }

    private static void isWhole(Exchange exchange) {
        assertThat(exchange.request().path()).isEqualTo("/api/v1.0/accounts/6303/orders/73552");
        assertThat(exchange.reason() == null).isEqualTo(exchange.status() == 204);
        assertThat(exchange.fault() != null).isEqualTo(exchange.status() == 503);
        if (exchange.status() == 204) {
            assertThat(exchange.changes())
                    .singleElement()
                    .satisfies(change -> assertThat(change.after().status()).isEqualTo(OrderStatus.CANCELED));
        } else {
            assertThat(exchange.changes()).isEmpty();
        }
    }

    private static void cancelAgainAndAgain(World world) {
        for (int i = 0; i < REQUESTS; i++) {
            asAdministrator(Unirest.delete(order(world))).asEmpty();
        }
    }

    private static String order(World world) {
        return world.apiUrl() + "/v1.0/accounts/6303/orders/73552";
    }

    private static HttpRequest<?> asAdministrator(HttpRequest<?> request) {
        return request.header("Et-App-Key", "demo-app-key").header("Authorization", "Bearer admin-token");
    }

    private static void inParallel(Runnable task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Object>> tasks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                tasks.add(Executors.callable(task));
            }
            for (Future<Object> done : threads.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
