package io.github.etnasandbox.fuzz;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.SandboxConfig;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is sent or called is answered in time, by no fault, and leaves a world that can be exported and read again. */
@Isolated("other tests take the time in which an answer must come")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FuzzTest {
    private Sandbox sandbox;

    @BeforeAll
    void start() {
        // Nobody has the venue speak, so that a request which waits for it would wait in vain.
        sandbox =
                Sandbox.start(SandboxConfig.DEFAULTS.withSettings(settings -> settings.withSyncTimeout(Duration.ZERO)));
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @EnumSource
    void every_call_is_answered_and_whatever_was_accepted_can_be_exported_and_read_again(Generator generator) {
        FuzzBudget.run(generator, sandbox.newWorld());
    }
}
