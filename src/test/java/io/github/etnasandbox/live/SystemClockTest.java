package io.github.etnasandbox.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.world.ClockMode;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SystemClockTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void a_world_does_not_follow_a_clock_that_is_set_back() {
        AtomicReference<Instant> real = new AtomicReference<>(NOON);
        Timeline timeline = new Timeline(
                ClockMode.SYSTEM,
                Life.of(Fixtures.named("docs").load()),
                new StageWorld(new Semaphore(0)),
                null,
                real::get);
        real.set(NOON.plusSeconds(60));
        assertThat(timeline.now()).isEqualTo(NOON.plusSeconds(60));

        real.set(NOON.plusSeconds(5));
        assertThat(timeline.now()).isEqualTo(NOON.plusSeconds(60));
        real.set(NOON.plusSeconds(61));
        assertThat(timeline.now()).isEqualTo(NOON.plusSeconds(61));
    }
}
