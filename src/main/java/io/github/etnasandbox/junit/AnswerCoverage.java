package io.github.etnasandbox.junit;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.api.Answers;
import io.github.etnasandbox.coverage.CoverageRun;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.world.World;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Has what tests meet in the report of answer coverage, where JUnit's configuration or a system property asks for one. */
final class AnswerCoverage {
    private AnswerCoverage() {}

    /** Counts all that is met in a sandbox; one that a system property has counted already is counted once. */
    static void watch(ExtensionContext context, Sandbox sandbox) {
        run(context)
                .ifPresent(run ->
                        run.watch(LiveWorld.of(sandbox.world()).encounters().ofAllWorlds()));
    }

    /** Says that a test is over, and what was met in its world was met by it. */
    static void attribute(ExtensionContext test, World world) {
        run(test)
                .ifPresent(run -> run.attribute(
                        test.getRequiredTestClass().getName() + "."
                                + test.getRequiredTestMethod().getName(),
                        LiveWorld.of(world).encounters().tally()));
    }

    private static Optional<CoverageRun> run(ExtensionContext context) {
        return CoverageRun.of(
                setting -> context.getConfigurationParameter(setting).orElse(null), Answers::of);
    }
}
