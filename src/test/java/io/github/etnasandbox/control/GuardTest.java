package io.github.etnasandbox.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.SandboxConfig;
import io.github.etnasandbox.http.RawHttp;
import io.github.etnasandbox.junit.SandboxTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {

    @Nested
    @SandboxTest
    class without_a_control_key {
        @ParameterizedTest
        @ValueSource(strings = {"localhost:6303", "127.0.0.1:1", "[::1]:6303", "my.localhost", "10.0.0.1"})
        void a_host_that_no_name_server_can_rebind_is_let_in(String host, Sandbox sandbox) {
            assertThat(reset(sandbox, "Host: " + host).status()).isEqualTo(204);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"evil.example", "evil.example:6303", "localhost.evil.example", "127.0.0.1.evil.example", ":"
                })
        void a_foreign_host_is_refused(String host, Sandbox sandbox) {
            RawHttp.Response response = reset(sandbox, "Host: " + host);
            assertThat(response.status()).isIn(400, 403);
        }

        @ParameterizedTest
        @ValueSource(strings = {"http://evil.example", "null", "https://127.0.0.1:6303", "http://127.0.0.1:1"})
        void a_foreign_origin_is_refused(String origin, Sandbox sandbox) {
            RawHttp.Response response = reset(sandbox, "Host: 127.0.0.1:6303", "Origin: " + origin);
            assertThat(response.status()).isEqualTo(403);
            assertThat(response.body()).contains("is foreign");
        }

        @Test
        void the_sandboxs_own_origin_is_let_in(Sandbox sandbox) {
            assertThat(reset(sandbox, "Host: 127.0.0.1:6303", "Origin: http://127.0.0.1:6303")
                            .status())
                    .isEqualTo(204);
        }
    }

    @Test
    void a_host_that_the_sandbox_was_told_is_let_in_and_no_other() {
        try (Sandbox sandbox = Sandbox.start(SandboxConfig.DEFAULTS.withAllowedHost("Host.docker_1.internal"))) {
            assertThat(reset(sandbox, "Host: host.docker_1.internal:6303").status())
                    .isEqualTo(204);
            assertThat(reset(sandbox, "Host: localhost").status()).isEqualTo(204);
            assertThat(reset(sandbox, "Host: host.docker_2.internal").body())
                    .contains("or start the sandbox with a control key or --allow-host host.docker_2.internal\"");
            assertThat(reset(sandbox, "Host: evil.example.host.docker_1.internal")
                            .status())
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a:80", "http://a", "*", "a b"})
    void what_is_no_host_name_cannot_be_let_in(String name) {
        assertThatThrownBy(() -> SandboxConfig.DEFAULTS.withAllowedHost(name))
                .hasMessage("'" + name + "' is no host name; one such as host.docker.internal is, without a port");
    }

    @Test
    void with_a_control_key_only_who_sends_it_is_let_in() {
        try (Sandbox sandbox = Sandbox.start(SandboxConfig.DEFAULTS.withControlKey("open-sesame"))) {
            assertThat(reset(sandbox, "Host: a").status()).isEqualTo(401);
            assertThat(reset(sandbox, "Host: a", "Sandbox-Control-Key: open-sesam")
                            .status())
                    .isEqualTo(401);
            assertThat(reset(sandbox, "Host: a", "Sandbox-Control-Key: open-sesame")
                            .status())
                    .isEqualTo(204);
        }
    }

    @Test
    void a_control_key_in_a_wrong_place_is_not_in_the_journal() {
        try (Sandbox sandbox = Sandbox.start(SandboxConfig.DEFAULTS.withControlKey("open-sesame"))) {
            RawHttp.send(sandbox.world().apiUrl(), "GET /api/v1.0/open-sesame", "X-Control-Key: open-sesame");

            assertThat(sandbox.world().requests().toString())
                    .contains("X-Control-Key")
                    .doesNotContain("open-sesame");
        }
    }

    @Test
    void beyond_loopback_a_control_key_is_required() {
        assertThatThrownBy(() -> Sandbox.start(SandboxConfig.DEFAULTS.withHost("0.0.0.0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("host 0.0.0.0 is reachable from other machines; set a control key, or bind 127.0.0.1");
    }

    private static RawHttp.Response reset(Sandbox sandbox, String... headers) {
        String head = "POST /sandbox/reset HTTP/1.1\r\n" + String.join("\r\n", headers)
                + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        return RawHttp.sendBytes(sandbox.world().apiUrl(), head.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    }
}
