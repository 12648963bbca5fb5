package io.github.etnasandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.etnasandbox.fixture.FixtureException;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.http.RawHttp;
import io.github.etnasandbox.world.World;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** How a sandbox starts and ends. */
class SandboxStartTest {

    @Test
    void sandboxes_beside_each_other_take_different_ports() {
        try (Sandbox one = Sandbox.start();
                Sandbox other = Sandbox.start()) {
            assertThat(one.port()).isPositive().isNotEqualTo(other.port());
            assertThat(one.world().apiUrl()).isEqualTo("http://127.0.0.1:" + one.port() + "/api");
        }
    }

    @Test
    void a_port_in_use_is_told_with_a_way_out() {
        try (Sandbox sandbox = Sandbox.start()) {
            assertThatThrownBy(() -> Sandbox.start(SandboxConfig.DEFAULTS.withPort(sandbox.port())))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("port " + sandbox.port() + " of 127.0.0.1 cannot be had")
                    .hasMessageContaining("port 0 takes any free one");
        }
    }

    @Test
    void a_start_that_fails_gives_its_port_back() {
        int port;
        try (Sandbox sandbox = Sandbox.start()) {
            port = sandbox.port();
        }
        SandboxConfig config = SandboxConfig.DEFAULTS.withPort(port);
        assertThatThrownBy(() -> Sandbox.start(config.withFixtures(Fixtures.folder(Path.of("no-such-folder")))))
                .isInstanceOf(FixtureException.class);
        try (Sandbox sandbox = Sandbox.start(config)) {
            assertThat(sandbox.port()).isEqualTo(port);
        }
    }

    @Test
    void a_body_over_the_limit_that_was_set_is_refused_with_a_way_out() {
        try (Sandbox sandbox = Sandbox.start(SandboxConfig.DEFAULTS.withBodyBytes(1_000))) {
            String url = sandbox.world().controlUrl();
            assertThat(RawHttp.sendJson(url, "PUT /sandbox/seed", " ".repeat(1_001))
                            .body())
                    .contains("the body is over 1000 bytes; start the sandbox with more of --body-bytes");
            assertThat(RawHttp.sendJson(url, "PUT /sandbox/seed", " ".repeat(1_000))
                            .status())
                    .isEqualTo(422);
        }
    }

    @Test
    void a_closed_sandbox_answers_no_more_and_its_worlds_can_still_be_read() {
        Sandbox sandbox = Sandbox.start();
        World world = sandbox.world();
        sandbox.close();
        sandbox.close();
        assertThatThrownBy(() -> RawHttp.send(world.apiUrl(), "GET /api")).isInstanceOf(AssertionError.class);
        assertThat(world.orders()).isNotEmpty();
    }

    @Test
    void a_configuration_that_cannot_be_is_refused() {
        assertThatThrownBy(() -> SandboxConfig.DEFAULTS.withPort(65_536))
                .hasMessage("port 65536 is none; 1 to 65535 are, and 0 for any free one");
        assertThatThrownBy(() -> SandboxConfig.DEFAULTS.withControlKey(" "))
                .hasMessage(
                        "the control key is blank; use printable ASCII characters without spaces, or no key at all");
        assertThatThrownBy(() -> Sandbox.start(SandboxConfig.DEFAULTS.withHost("no-such-host.invalid")))
                .hasMessage("host 'no-such-host.invalid' is unknown; 127.0.0.1 always works");
    }
}
