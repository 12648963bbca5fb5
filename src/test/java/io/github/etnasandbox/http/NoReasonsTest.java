package io.github.etnasandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.SandboxConfig;
import io.github.etnasandbox.world.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Without reasons no answer has one, whoever gives it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoReasonsTest {
    private Sandbox sandbox;

    @BeforeAll
    void start() {
        sandbox = Sandbox.start(SandboxConfig.DEFAULTS.withSettings(settings -> settings.withReasons(false)));
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | GARBAGE\\r\\n\\r\\n
            400 | GET /api HTTP/1.1\\r\\n\\r\\n
            400 | GET /api%00 HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n
            400 | POST /api/token HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 4\\r\\n\\r\\nabc
            400 | POST /api/token HTTP/1.1\\r\\nHost: a\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nzz\\r\\n
            414 | GET /api/{20k} HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n
            417 | GET /api HTTP/1.1\\r\\nHost: a\\r\\nExpect: 200-maybe\\r\\n\\r\\n
            426 | PRI * HTTP/2.0\\r\\n\\r\\nSM\\r\\n\\r\\n
            431 | GET /api HTTP/1.1\\r\\nHost: a\\r\\nX: {20k}\\r\\n\\r\\n
            505 | GET /api HTTP/3.0\\r\\nHost: a\\r\\n\\r\\n
            413 | POST /api/token HTTP/1.1\\r\\nHost: a\\r\\nExpect: 100-continue\\r\\nContent-Length: 2000000\\r\\n\\r\\n
            403 | GET /api HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n
            404 | GET /worlds/none/api HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n
            404 | GET /api/v1.0/nothing HTTP/1.1\\r\\nHost: a\\r\\n{credentials}\\r\\n
            400 | GET /api/v1.0/accounts/6303/orders/x HTTP/1.1\\r\\nHost: a\\r\\n{credentials}\\r\\n
            422 | GET /api/v1.0/accounts/6303/orders?pageNumber=x&pageSize=1 HTTP/1.1\\r\\nHost: a\\r\\n{credentials}\\r\\n
            405 | PATCH /api/v1.0/accounts/6303/orders/1 HTTP/1.1\\r\\nHost: a\\r\\n{credentials}\\r\\n
            401 | POST /api/token HTTP/1.1\\r\\nHost: a\\r\\n{credentials}Content-Length: 0\\r\\n\\r\\n
            403 | GET /sandbox/state HTTP/1.1\\r\\nHost: foreign.test\\r\\n\\r\\n
            404 | GET /sandbox/nothing HTTP/1.1\\r\\nHost: localhost\\r\\n\\r\\n
            """)
    void no_answer_tells_why(int status, String request) {
        World world = sandbox.world();
        RawHttp.Response answer = Hostile.answer(world, request);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headerNames()).noneMatch(name -> name.startsWith("sandbox"));
    }
}
