package io.github.etnasandbox.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.world.ClockMode;
import io.github.etnasandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@SandboxTest
class ClockModeTest {
    private static final Instant SEED_CLOCK = Instant.parse("2019-01-21T15:30:00Z");

    @Test
    void a_frozen_clock_stands_at_the_fixtures_instant(World world) {
        assertThat(world.now()).isEqualTo(SEED_CLOCK);
        assertThat(world.now()).isEqualTo(SEED_CLOCK);
    }

    @Test
    void a_ticking_clock_runs_from_the_fixtures_instant(World world, Sandbox sandbox) {
        try (World ticking = sandbox.newWorld(world.seed(), world.settings().withClock(ClockMode.TICKING))) {
            Instant first = ticking.now();
            Instant later = first;
            while (!later.isAfter(first)) {
                later = ticking.now();
            }
            assertThat(first).isBetween(SEED_CLOCK, SEED_CLOCK.plus(Duration.ofHours(1)));
        }
    }

    @Test
    void a_ticking_clock_starts_again_at_a_reset(World world, Sandbox sandbox) {
        try (World ticking = sandbox.newWorld(world.seed(), world.settings().withClock(ClockMode.TICKING))) {
            Instant before = ticking.now();
            while (!ticking.now().isAfter(before.plusMillis(5))) {
                Thread.onSpinWait();
            }
            long startedAtNanos = RealTime.nanos();
            ticking.reset();
            assertThat(Duration.between(SEED_CLOCK, ticking.now()))
                    .isLessThanOrEqualTo(Duration.ofNanos(RealTime.nanos() - startedAtNanos));
        }
    }

    @Test
    void a_system_clock_is_the_real_one(World world, Sandbox sandbox) {
        try (World real = sandbox.newWorld(world.seed(), world.settings().withClock(ClockMode.SYSTEM))) {
            Instant before = RealTime.instant();
            assertThat(real.now()).isBetween(before, RealTime.instant());
        }
    }

    @Test
    void the_state_of_a_running_world_tells_its_present_instant(World world, Sandbox sandbox) {
        try (World ticking = sandbox.newWorld(world.seed(), world.settings().withClock(ClockMode.TICKING))) {
            Instant before = ticking.now();
            assertThat(LiveWorld.of(ticking).state().clock()).isBetween(before, ticking.now());
        }
    }
}
