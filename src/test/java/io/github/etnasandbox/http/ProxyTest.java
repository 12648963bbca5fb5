package io.github.etnasandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.SandboxConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The links of pages begin with the URL that a proxy's client asked for, where the sandbox believes the proxy. */
class ProxyTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true  | X-Forwarded-Proto: https | X-Forwarded-Host: broker.example       | https://broker.example/
            true  | X-Forwarded-Proto: https | X-Forwarded-Host: broker.example:8443  | https://broker.example:8443/
            true  | X-Other: 1               | Forwarded: proto=https;host=broker.example | https://broker.example/
            true  | X-Other: 1               | X-Other: 2                             | http://127.0.0.1:
            false | X-Forwarded-Proto: https | X-Forwarded-Host: broker.example       | http://127.0.0.1:
            false | X-Other: 1               | Forwarded: proto=https;host=broker.example | http://127.0.0.1:
            """)
    void links_begin_with_what_a_believed_proxy_says(boolean believed, String one, String other, String beginning) {
        try (Sandbox sandbox = Sandbox.start(SandboxConfig.DEFAULTS.withBehindProxy(believed))) {
            String page = RawHttp.send(
                            sandbox.world().apiUrl(),
                            "GET /api/v1.0/accounts/6303/orders?pageNumber=0&pageSize=2",
                            "Et-App-Key: demo-app-key",
                            "Authorization: Bearer admin-token",
                            one,
                            other)
                    .body();
            assertThat(page).contains("\"NextPageLink\":\"" + beginning);
        }
    }
}
