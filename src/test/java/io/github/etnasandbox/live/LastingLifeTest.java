package io.github.etnasandbox.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.journal.Check;
import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.journal.HeaderField;
import io.github.etnasandbox.stage.Fault;
import io.github.etnasandbox.stage.FaultEffect;
import io.github.etnasandbox.stage.FaultPoint;
import io.github.etnasandbox.stage.Gate;
import io.github.etnasandbox.stage.GatePoint;
import io.github.etnasandbox.stage.RequestPattern;
import io.github.etnasandbox.state.Command;
import io.github.etnasandbox.store.EmbeddedStore;
import io.github.etnasandbox.store.Store;
import io.github.etnasandbox.venue.RandomCommands;
import io.github.etnasandbox.world.WorldSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A world that is stopped again and again, compared with itself before. */
class LastingLifeTest {
    private static final int STEPS = 25;
    private static final int STOPS = 12;
    private static final Fault FAULT = Fault.before("DELETE", "/orders/*", FaultEffect.status(502));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 3000", "3, 20000", "4, 20000", "5, 300000", "6, 4194304"})
    void it_is_the_same_after_each_stop(long number, int journalBytes) throws Exception {
        Random random = new Random(number);
        RandomCommands commands = new RandomCommands(number, true);
        WorldSettings settings = WorldSettings.DEFAULTS.withJournalBytes(journalBytes);
        String before = null;
        List<String> journal = List.of();
        for (int stop = 0; stop < STOPS; stop++) {
            try (Store store = EmbeddedStore.open(folder)) {
                Worlds worlds = worlds(settings, store);
                LiveWorld world = worlds.defaultWorld();
                if (before != null) {
                    assertThat(picture(world)).as("after stop " + stop).isEqualTo(before);
                    // The oldest may be others: how much is kept goes by weight, near enough.
                    assertThat(last(journal(world), journal.size()))
                            .isEqualTo(last(journal, journal(world).size()));
                }
                for (int step = 0; step < STEPS; step++) {
                    live(world, random, commands);
                }
                before = picture(world);
                journal = journal(world);
                worlds.letGo();
            }
        }
    }

    @Test
    void a_long_log_gives_way_to_a_base() {
        try (Store store = EmbeddedStore.open(folder)) {
            Worlds worlds = worlds(WorldSettings.DEFAULTS.withJournalBytes(0), store);
            for (int step = 0; step < 2_000; step++) {
                worlds.defaultWorld().advance(Duration.ofSeconds(1));
            }
            worlds.letGo();
            assertThat(store.read(Worlds.DEFAULT).orElseThrow().entries()).hasSizeLessThan(1_500);
        }
    }

    private static Worlds worlds(WorldSettings settings, Store store) {
        return new Worlds(
                "http://localhost",
                settings,
                Fixtures.named("docs")::load,
                null,
                null,
                () -> {
                    throw new AssertionError("no webhook is set");
                },
                store);
    }

    private static void live(LiveWorld world, Random random, RandomCommands commands) {
        String name = "s" + random.nextInt(3);
        switch (random.nextInt(24)) {
            case 0 -> world.snapshots().keep(name);
            case 1 -> world.snapshots().forget(name);
            case 2 -> world.snapshots().find(name).ifPresent(world::restore);
            case 3 -> world.inject(FAULT.nth(1 + random.nextInt(3)).times(1 + random.nextInt(3)));
            case 4, 5, 6 -> world.strike(FaultPoint.BEFORE, "DELETE", "/orders/1");
            case 7 -> world.faults().stream().findFirst().ifPresent(fault -> fault.close());
            case 8 ->
                world.hold(RequestPattern.of("DELETE", "/orders/1"), GatePoint.AFTER_APPLY, Duration.ofMinutes(1));
            case 9 -> world.gates().stream().findFirst().ifPresent(Gate::release);
            case 10 -> world.advance(Duration.ofNanos(random.nextLong(40_000_000_000L)));
            case 11 -> rare(random, world::reset);
            case 12 ->
                rare(random, () -> world.reseed(Fixtures.named("every-status").load()));
            case 13 -> rare(random, world::forgetRequests);
            case 14 -> rare(random, world::clearFaults);
            case 15 -> record(world, null);
            default -> record(world, commands.next(world.state()).command());
        }
    }

    private static void rare(Random random, Runnable deed) {
        if (random.nextInt(8) == 0) {
            deed.run();
        }
    }

    private static void record(LiveWorld world, @Nullable Command<?> command) {
        Applied<?> applied = command == null ? null : world.perform(command);
        Exchange exchange = new Exchange(
                0,
                world.now(),
                new Exchange.Request(
                        "DELETE",
                        "/api/x",
                        "http://localhost/api/x",
                        null,
                        List.of(new HeaderField("Accept", "*/*")),
                        Exchange.Body.of("{\"é\":1}".getBytes(StandardCharsets.UTF_8)),
                        false),
                new Exchange.Response(204, List.of(), Exchange.Body.NONE),
                null,
                List.of(new Check("route", true, "it is there", null, null)),
                applied == null ? List.of() : applied.changes(),
                null,
                List.of());
        world.recorder().record(exchange, null, applied);
    }

    /** All that must last but the journal. */
    private static String picture(LiveWorld world) {
        List<String> lines = new ArrayList<>();
        lines.add(Clients.export(world.seed()));
        lines.add(Clients.export(world.snapshot()));
        lines.add(world.state().rates().toString());
        world.faults().forEach(fault -> lines.add(fault + " " + fault.matches() + " " + fault.hits()));
        world.gates().forEach(gate -> lines.add(gate + " " + gate.state() + " " + gate.releasedBy()));
        world.snapshots().all().forEach((name, snapshot) -> lines.add(name + Clients.export(snapshot)));
        return String.join("\n", lines);
    }

    private static List<String> journal(LiveWorld world) {
        return world.requests().stream()
                .map(exchange -> exchange.explanation() + exchange.request() + exchange.response() + exchange.changes())
                .toList();
    }

    private static List<String> last(List<String> all, int count) {
        return all.subList(Math.max(0, all.size() - count), all.size());
    }
}
