package io.github.etnasandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.SandboxConfig;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.fixture.Seed;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import kong.unirest.core.HttpResponse;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a request gets that meets a fault of the sandbox itself, or of what its user gave to it. */
class FaultTest {
    private final AtomicReference<Throwable> fault = new AtomicReference<>();
    private Sandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxConfig.DEFAULTS.withFixtures(new FaultyFixtures(fault)));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void an_exception_is_answered_with_its_name() {
        assertThat(seed(new IllegalStateException("boo")).getBody())
                .contains("the sandbox itself failed, please report this: java.lang.IllegalStateException: boo")
                .doesNotContain("\tat ", FaultTest.class.getName());
    }

    @Test
    void an_error_is_answered_with_its_name() {
        HttpResponse<String> answer = seed(new StackOverflowError());

        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(answer.getBody()).isNullOrEmpty();
        assertThat(answer.getHeaders().getFirst("Sandbox-Reason"))
                .isEqualTo("the sandbox itself failed, please report this: java.lang.StackOverflowError");
    }

    private HttpResponse<String> seed(Throwable thrown) {
        fault.set(thrown);
        return Unirest.post(sandbox.world().controlUrl() + "/seed").asString();
    }

    /** Those of the documentation, until there is a fault. */
    private record FaultyFixtures(AtomicReference<Throwable> fault) implements Fixtures {
        @Override
        public Seed load(IntConsumer progress) {
            if (fault.get() instanceof Error error) {
                throw error;
            }
            if (fault.get() instanceof RuntimeException exception) {
                throw exception;
            }
            return Fixtures.named("docs").load().withSource(this);
        }
    }
}
