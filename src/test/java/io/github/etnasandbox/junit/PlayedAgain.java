package io.github.etnasandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Replay;
import io.github.etnasandbox.Repro;
import io.github.etnasandbox.junit.SandboxExtension.TestWorld;
import io.github.etnasandbox.world.World;
import java.util.Objects;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Plays what happened in the world of each test again: it must give the same answers, and the same orders. JUnit finds it as
 * a service. Tests with the tag {@link #NOT} do what no user can, or what a repro file does not tell.
 */
public final class PlayedAgain implements AfterEachCallback {
    public static final String NOT = "not-played-again";

    @Override
    public void afterEach(ExtensionContext context) {
        TestWorld over = SandboxExtension.store(context).get(TestWorld.class, TestWorld.class);
        if (over == null
                || context.getTags().contains(NOT)
                || context.getExecutionException().isPresent()
                || over.world().settings().journalBytes() == 0) {
            return;
        }
        World world = over.world();
        WorldSource worlds =
                Objects.requireNonNull(SandboxExtension.store(context).get(WorldSource.class, WorldSource.class));
        Replay replay = worlds.sandbox().replay(Repro.of(world));
        try (World played = replay.world()) {
            assertThat(replay.differences())
                    .as("what happened in %s, played again", context.getDisplayName())
                    .isEmpty();
            assertThat(played.orders()).isEqualTo(world.orders());
        }
    }
}
