package io.github.etnasandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client sends and an answer repeats stays where it is repeated. */
@SandboxTest
class InjectionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            400 | GET {api}/v1.0/accounts/6303/orders/1%0d%0aInjected:%20x HTTP/1.1
            404 | GET {api}/v1.0/accounts/6303/orders/1%0d%0a%0d%0aHTTP/1.1%20200%20OK%0d%0a%0d%0a HTTP/1.1
            400 | GET {api}/v1.0/accounts/6303%0aInjected:x/orders/1 HTTP/1.1
            400 | GET {api}/v1.0/accounts/%c3%a9%e2%82%ac/orders/1 HTTP/1.1
            400 | GET {api}/v1.0/accounts/6303/orders/%00 HTTP/1.1
            404 | GET {api}/v1.0/nothing%0d%0aInjected:%20x HTTP/1.1
            404 | GET {api}/v1.0/nothing%e2%80%a8%c2%85%ef%bb%bf HTTP/1.1
            404 | GET {api}/v1.0/nothing\\xe9 HTTP/1.1
            404 | GET {api}/v9%0d%0aInjected:%20x/accounts/6303/orders/1 HTTP/1.1
            404 | GET /worlds/%0d%0aInjected:x/api HTTP/1.1
            405 | X%0d%0aInjected {api}/v1.0/accounts/6303/orders/1 HTTP/1.1
            400 | <script> {api}/v1.0/accounts/6303/orders/1 HTTP/1.1
            422 | GET {api}/v1.0/accounts/6303/orders?pageNumber=0%0d%0aInjected:x&pageSize=1 HTTP/1.1
            422 | GET {api}/v1.0/accounts/6303/orders?pageNumber=0&pageSize=1&desc=%00%0d%0aInjected:x HTTP/1.1
            400 | GET {api}/v1.0/accounts/6303/orders?pageNumber=0&pageSize=1&sortField=a%0d%0aInjected:x HTTP/1.1
            400 | GET {api}/v1.0/accounts/6303/orders?pageNumber=0&pageSize=1&filter=%0d%0aInjected:x HTTP/1.1
            400 | GET {api}/v1.0/accounts/6303/orders?pageNumber=0&pageSize=1&filter=SecurityId=%22%0d%0aInjected:x HTTP/1.1
            400 | GET {api}/v1.0/accounts/6303/orders?pageNumber=0&pageSize=1&filter=%00%e2%82%ac%ff HTTP/1.1
            200 | GET {api}/v1.0/accounts/6303/orders?pageNumber=0&pageSize=1&x=%0d%0aInjected:x HTTP/1.1
            200 | GET {api}/v1.0/accounts/6303/orders?pageNumber=0&pageSize=1&x=\\xe9 HTTP/1.1
            404 | GET {control}/nothing%0d%0aInjected:x HTTP/1.1
            404 | GET {control}/snapshots/%0d%0aInjected:x HTTP/1.1
            404 | GET {control}/requests/%0d%0aInjected:x HTTP/1.1
            404 | GET {control}/gates/%c3%a9%e2%82%ac%0d%0a HTTP/1.1
            404 | GET {control}/faults/%0d%0aInjected:x HTTP/1.1
            422 | GET {control}/requests?method=%0d%0aInjected:x HTTP/1.1
            422 | GET {control}/requests?await=%0d%0aInjected:x HTTP/1.1
            404 | POST {control}/orders/1%0d%0aInjected:x/fill HTTP/1.1
            404 | POST {control}/orders/%D9%A7%D9%A3%D9%A5%D9%A5%D9%A2/fill HTTP/1.1
            404 | POST {control}/orders/+73552/fill HTTP/1.1
            """)
    void nothing_of_the_target_becomes_a_header_or_an_answer(int status, String requestLine, World world) {
        RawHttp.Response answer = Hostile.answer(world, requestLine + "\\r\\nHost: localhost\\r\\n{credentials}\\r\\n");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertPlain(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            401 | Et-App-Key: demo-app-key\\r\\nAuthorization: B%0d%0aInjected: x
            401 | Et-App-Key: demo-app-key\\r\\nAuthorization: \\xe9\\xff\\t x
            401 | Et-App-Key: demo-app-key\\r\\nAuthorization: Bearer %0d%0aInjected: x
            403 | Et-App-Key: %0d%0aInjected: x
            403 | Et-App-Key: k\\tk\\xe9
            500 | Et-App-Key: demo-app-key\\r\\nAuthorization: Bearer admin-token\\r\\nAccept: text/json%0d%0aInjected: x
            500 | Et-App-Key: demo-app-key\\r\\nAuthorization: Bearer admin-token\\r\\nX-Request-Id: %0d%0aInjected: \\xff
            400 | Et-App-Key: demo-app-key\\rInjected: x
            400 | Et-App-Key: demo-app-key\\0
            """)
    void nothing_of_a_header_becomes_another_or_an_answer(int status, String headers, World world) {
        RawHttp.Response answer = Hostile.answer(
                world,
                "GET {api}/v1.0/accounts/6303/orders/1 HTTP/1.1\\r\\nHost: localhost\\r\\n" + headers + "\\r\\n\\r\\n");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertPlain(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            401 | POST {api}/token HTTP/1.1 | Username: \\xe9%0d%0aInjected: x\\r\\nPassword: \\x80 |
            415 | POST {api}/v1.0/accounts/6303/orders HTTP/1.1 | Content-Type: a/b\\xe9%0d%0aInjected: x | {}
            422 | POST {api}/v1.0/accounts/6303/orders HTTP/1.1 | Content-Type: application/json | {"Legs":{"\\r\\nInjected: x":1}}
            422 | POST {api}/v1.0/accounts/6303/orders HTTP/1.1 | Content-Type: application/json | {"ExecutionInstructions":{"\\u000d\\u000aInjected: x":[]}}
            422 | POST {api}/v1.0/accounts/6303/orders HTTP/1.1 | Content-Type: application/json | {"Side":"\\u000d\\u000aInjected: x<script>"}
            422 | POST {api}/v1.0/accounts/6303/orders HTTP/1.1 | Content-Type: application/json | \\r\\nInjected: x
            422 | PUT {control}/seed HTTP/1.1 | X: y | {"\\u000d\\u000aInjected: x":"<script>"}
            422 | POST {control}/orders/73552/reject HTTP/1.1 | X: y | {"reason":"\\ud800"}
            404 | POST {control}/tokens/expire HTTP/1.1 | X: y | {"token":"\\u000d\\u000aInjected: x"}
            """)
    void nothing_of_a_body_becomes_a_header_or_an_answer(
            int status, String requestLine, String headers, String body, World world) {
        String sent = body == null ? "" : body;
        RawHttp.Response answer = Hostile.answer(
                world,
                requestLine + "\\r\\nHost: localhost\\r\\n{credentials}" + headers + "\\r\\nContent-Length: "
                        + RawHttp.bytes(sent).length + "\\r\\n\\r\\n" + sent);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertPlain(answer);
    }

    @Test
    void links_of_pages_carry_the_host_of_the_target_which_wins_over_the_header(World world) {
        String request = "GET http://target.test:81{api}/v1.0/accounts/6303/orders?pageNumber=0&pageSize=1 HTTP/1.1"
                + "\\r\\nHost: header.test\\r\\n{credentials}\\r\\n";
        assertThat(Hostile.answer(world, request).body())
                .contains("\"NextPageLink\":\"http://target.test:81/")
                .doesNotContain("header.test");
    }

    /** The reason is one line of printable ASCII, and what is sent is told to be JSON. */
    private static void assertPlain(RawHttp.Response answer) {
        for (String header : answer.headers()) {
            assertThat(header).matches("[!-~]+: [ -~]*");
        }
        String type = answer.header("Content-Type");
        assertThat(type == null ? "nothing" : type)
                .matches("nothing|(application|text)/(problem\\+)?json(; ?charset=utf-8)?");
        assertThat(answer.body().stripTrailing()).doesNotContain("\r", "\n");
    }
}
