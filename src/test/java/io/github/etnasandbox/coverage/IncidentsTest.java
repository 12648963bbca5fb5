package io.github.etnasandbox.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.order.CancelOutcome;
import io.github.etnasandbox.stage.Fault;
import io.github.etnasandbox.stage.FaultEffect;
import io.github.etnasandbox.stage.Gate;
import io.github.etnasandbox.stage.GatePoint;
import io.github.etnasandbox.world.World;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What is counted beside answers, and what is not. */
@SandboxTest
class IncidentsTest {
    private static final String CANCEL = "DELETE /v1.0/accounts/6303/orders/73552";
    private static final String READ = "GET /v1.0/accounts/6303/orders/73552";

    @Test
    void an_answer_that_is_lost_is_not_met(World world) {
        world.inject(Fault.after("DELETE", "**", FaultEffect.close()));
        RecipeSteps.request(world, CANCEL);
        assertThat(met(world)).isEqualTo(Map.of("lost-reply", 1L));
    }

    @Test
    void an_answer_that_is_late_is_met(World world) {
        world.inject(Fault.after("DELETE", "**", FaultEffect.delay(Duration.ofMillis(1))));
        RecipeSteps.request(world, CANCEL);
        assertThat(met(world)).isEqualTo(Map.of("slow-reply", 1L, "canceled", 1L));
    }

    @Test
    void a_lost_reply_to_a_read_hides_no_change(World world) {
        world.inject(Fault.after("GET", "**", FaultEffect.close()));
        RecipeSteps.request(world, READ);
        assertThat(met(world)).isEqualTo(Map.of("no-reply", 1L));
    }

    @Test
    void a_token_that_never_was_good_has_not_expired_in_use(World world) {
        RecipeSteps.request(world, CANCEL + " with Authorization: Bearer expired-token");
        RecipeSteps.request(world, CANCEL + " with Authorization: Bearer revoked-token");
        assertThat(met(world)).isEqualTo(Map.of("authorization-denied", 2L));
    }

    @Test
    void a_token_that_outlives_its_time_has_expired_in_use(World world) {
        RecipeSteps.request(world, "POST /token with Username: admin and Password: admin-password");
        String token = LiveWorld.of(world).state().tokens().keySet().stream()
                .filter(each -> each.startsWith("eyJ"))
                .findFirst()
                .orElseThrow();
        world.advance(Duration.ofHours(24));
        RecipeSteps.request(world, CANCEL + " with Authorization: Bearer " + token);
        assertThat(met(world)).isEqualTo(Map.of("token-issued", 1L, "authorization-denied", 1L, "token-expired", 1L));
    }

    @Test
    void a_fill_after_a_cancel_is_late_whoever_brings_it(World world) {
        world.cancelOutcome(73552, CancelOutcome.HOLD);
        RecipeSteps.request(world, CANCEL);
        assertThat(met(world)).isEqualTo(Map.of("canceled", 1L, "slow-cancel", 1L));

        world.fill(73552);
        assertThat(met(world)).isEqualTo(Map.of("canceled", 1L, "slow-cancel", 1L, "late-fill", 1L));
    }

    @Test
    void a_cancel_in_time_is_no_incident(World world) {
        world.cancelOutcome(73552, CancelOutcome.acceptAfter(Duration.ofSeconds(2)));
        RecipeSteps.request(world, CANCEL);
        world.advance(Duration.ofSeconds(2));
        assertThat(met(world)).isEqualTo(Map.of("canceled", 1L, "slow-cancel", 1L));
    }

    @Test
    void a_cancel_that_another_one_overtakes_is_told_from_one_that_came_too_late(World world) {
        Gate gate = world.holdNext("DELETE", "**", GatePoint.BEFORE_APPLY);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> RecipeSteps.request(world, CANCEL));
        gate.awaitArrival(Duration.ofMinutes(1));
        RecipeSteps.request(world, CANCEL);
        gate.release();
        first.join();
        RecipeSteps.request(world, CANCEL);

        assertThat(met(world)).isEqualTo(Map.of("canceled", 1L, "overtaken", 1L, "not-outstanding", 2L));
    }

    @Test
    void nothing_is_forgotten_with_the_journal_or_by_a_reset(World world, Sandbox sandbox) {
        try (World silent = sandbox.newWorld(world.seed(), world.settings().withJournalBytes(0))) {
            RecipeSteps.request(silent, CANCEL);
            silent.reset();
            RecipeSteps.request(silent, CANCEL);
            assertThat(met(silent)).isEqualTo(Map.of("canceled", 2L));
        }
    }

    private static Map<String, Long> met(World world) {
        Map<String, Long> met = new TreeMap<>();
        LiveWorld.of(world)
                .encounters()
                .tally()
                .counts()
                .forEach((row, count) -> met.put(row.rule().name(), count));
        return met;
    }
}
