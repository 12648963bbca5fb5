package io.github.etnasandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.world.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where one request ends and the next begins is never in doubt: what could be read in two ways is refused, and ends it. */
@SandboxTest
class FramingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Content-Length: 4\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n
            Transfer-Encoding: chunked\\r\\nContent-Length: 4\\r\\n\\r\\n0\\r\\n\\r\\n
            Transfer-Encoding: chunked\\r\\nContent-Length: 0\\r\\n\\r\\n0\\r\\n\\r\\n
            Content-Length: 4\\r\\nContent-Length: 5\\r\\n\\r\\nabcde
            Content-Length: 4\\r\\nContent-Length: 4\\r\\n\\r\\nabcd
            Content-Length: 4, 4\\r\\n\\r\\nabcd
            Content-Length: +4\\r\\n\\r\\nabcd
            Content-Length: -4\\r\\n\\r\\nabcd
            Content-Length: 0x4\\r\\n\\r\\nabcd
            Content-Length: 4 4\\r\\n\\r\\nabcd
            Content-Length: 4.0\\r\\n\\r\\nabcd
            Content-Length: \\xb2\\r\\n\\r\\nab
            Content-Length:\\r\\n\\r\\n
            Content-Length: 99999999999999999999\\r\\n\\r\\nabcd
            Content-Length : 4\\r\\n\\r\\nabcd
            Content-Length: 4\\r\\n 5\\r\\n\\r\\nabcd
            Content-Length\\x0b: 4\\r\\n\\r\\nabcd
            Content-Length\\0: 4\\r\\n\\r\\nabcd
            Transfer-Encoding: chunked, chunked\\r\\n\\r\\n0\\r\\n\\r\\n
            Transfer-Encoding: chunked, identity\\r\\n\\r\\n0\\r\\n\\r\\n
            Transfer-Encoding: identity\\r\\n\\r\\n0\\r\\n\\r\\n
            Transfer-Encoding: xchunked\\r\\n\\r\\n0\\r\\n\\r\\n
            Transfer-Encoding: chunkedx\\r\\n\\r\\n0\\r\\n\\r\\n
            Transfer-Encoding: \\x0bchunked\\r\\n\\r\\n0\\r\\n\\r\\n
            Transfer-Encoding : chunked\\r\\n\\r\\n0\\r\\n\\r\\n
            Transfer-Encoding: chunked\\r\\nTransfer-Encoding: identity\\r\\n\\r\\n0\\r\\n\\r\\n
            Transfer-Encoding: chunked\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n
            Transfer-Encoding: chunked\\r\\n\\r\\nzz\\r\\n\\r\\n
            Transfer-Encoding: chunked\\r\\n\\r\\n-1\\r\\n\\r\\n
            Transfer-Encoding: chunked\\r\\n\\r\\n0x3\\r\\nabc\\r\\n0\\r\\n\\r\\n
            Transfer-Encoding: chunked\\r\\n\\r\\n 3\\r\\nabc\\r\\n0\\r\\n\\r\\n
            Transfer-Encoding: chunked\\r\\n\\r\\nffffffffffffffff\\r\\n\\r\\n
            Transfer-Encoding: chunked\\r\\n\\r\\n80000000\\r\\n\\r\\n
            Transfer-Encoding: chunked\\r\\n\\r\\n3\\nabc\\n0\\n\\n
            Transfer-Encoding: chunked\\r\\n\\r\\n3\\r\\nabcde\\r\\n0\\r\\n\\r\\n
            Transfer-Encoding: chunked\\r\\n\\r\\n3;a\\nb\\r\\nabc\\r\\n0\\r\\n\\r\\n
            """)
    void a_body_whose_length_is_in_doubt_is_refused_and_nothing_behind_it_is_a_request(String rest, World world) {
        String request = "POST {api}/token HTTP/1.1\\r\\nHost: a\\r\\n" + rest + "{cancel}";
        assertThat(Hostile.answer(world, request).status()).isEqualTo(400);
        assertThat(world.order(73552).status()).isEqualTo(OrderStatus.NEW);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Content-Length: 4\\r\\n\\r\\nabcd
            Content-Length: 0004\\r\\n\\r\\nabcd
            Transfer-Encoding: CHUNKED\\r\\n\\r\\n0\\r\\n\\r\\n
            Transfer-Encoding: chunked\\r\\n\\r\\n003\\r\\nabc\\r\\n0\\r\\n\\r\\n
            Transfer-Encoding: chunked\\r\\n\\r\\n3;of=no;interest\\r\\nabc\\r\\n0\\r\\n\\r\\n
            Transfer-Encoding: chunked\\r\\n\\r\\n3\\r\\nabc\\r\\n0\\r\\nContent-Length: 100\\r\\n\\r\\n
            """)
    void a_body_whose_length_is_known_ends_there(String rest, World world) {
        String request = "POST {api}/token HTTP/1.1\\r\\nHost: a\\r\\n" + rest + "{cancel}";
        assertThat(Hostile.answers(world, request))
                .extracting(RawHttp.Response::status)
                .containsExactly(403, 204);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            400 | GET {api} HTTP/1.1\\r\\nHost: a\\r\\nX: y\\r\\n folded\\r\\n\\r\\n
            400 | GET {api} HTTP/1.1\\r\\n Host: a\\r\\n\\r\\n
            400 | GET {api} HTTP/1.1\\r\\nHost: a\\r\\nX : y\\r\\n\\r\\n
            400 | GET {api} HTTP/1.1\\r\\nHost: a\\r\\nno colon\\r\\n\\r\\n
            400 | GET {api} HTTP/1.1\\r\\nHost: a\\r\\n: y\\r\\n\\r\\n
            400 | GET {api} HTTP/1.1\\r\\nHost: a\\rX: y\\r\\n\\r\\n
            400 | GET {api} HTTP/1.1\\r\\nHost: a\\r\\nX\\xe9: y\\r\\n\\r\\n
            400 | GET {api} HTTP/1.1\\r\\nHost: a\\r\\nX: \\0\\r\\n\\r\\n
            400 | GET {api} HTTP/1.1\\r\\n\\r\\n
            400 | GET {api} HTTP/1.1\\r\\nHost:\\r\\n\\r\\n
            400 | GET {api} HTTP/1.1\\r\\nHost: a\\r\\nHost: b\\r\\n\\r\\n
            400 | GET {api} HTTP/1.1\\r\\nHost: a\\r\\nHost: a\\r\\n\\r\\n
            400 | GET {api} HTTP/1.1\\r\\nHost: a b\\r\\n\\r\\n
            400 | GET {api} HTTP/1.1\\r\\nHost: a/b@c\\r\\n\\r\\n
            400 | GET {api} HTTP/1.1\\r\\nHost: a:99999\\r\\n\\r\\n
            400 | GET {api}%00 HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n
            400 | GET {api}%zz HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n
            400 | GET {api} x HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n
            400 | GET api HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n
            400 | G@T {api} HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n
            400 | \\x16\\x03\\x01\\x02\\0\\x01\\0\\x01\\xfc\\x03\\x03
            414 | GET {api}/{20k} HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n
            414 | GET {api}?{20k} HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n
            431 | GET {api} HTTP/1.1\\r\\nHost: a\\r\\nX: {20k}\\r\\n\\r\\n
            431 | GET {api} HTTP/1.1\\r\\nHost: a\\r\\n{20k}: x\\r\\n\\r\\n
            505 | GET {api}\\r\\n\\r\\n
            505 | GET {api} HTTP/0.9\\r\\nHost: a\\r\\n\\r\\n
            505 | GET {api} HTTP/1.2\\r\\nHost: a\\r\\n\\r\\n
            505 | GET {api} HTTP/3.0\\r\\nHost: a\\r\\n\\r\\n
            426 | GET {api} HTTP/2.0\\r\\nHost: a\\r\\n\\r\\n
            426 | PRI * HTTP/2.0\\r\\n\\r\\nSM\\r\\n\\r\\n
            417 | GET {api} HTTP/1.1\\r\\nHost: a\\r\\nExpect: 200-maybe\\r\\n\\r\\n
            """)
    void a_head_that_is_none_is_refused_and_nothing_behind_it_is_a_request(int status, String head, World world) {
        RawHttp.Response answer = Hostile.answer(world, head + "{cancel}");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("Upgrade")).isEqualTo(status == 426 ? "HTTP/1.1" : null);
        assertThat(answer.header("Sandbox-Reason")).startsWith("this is no HTTP request the sandbox can read: ");
        assertThat(world.order(73552).status()).isEqualTo(OrderStatus.NEW);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            403 | GET {api} HTTP/1.1\\nHost: a\\n\\n
            403 | GET {api} HTTP/1.1\\r\\nHost: a\\nX: y\\r\\n\\r\\n
            403 | \\r\\n\\r\\nGET {api} HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n
            403 | GET {api} HTTP/1.0\\r\\n\\r\\n
            403 | get {api} HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n
            403 | CONNECT a:80 HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n
            403 | TRACE {api} HTTP/1.1\\r\\nHost: a\\r\\nX: y\\r\\n\\r\\n
            403 | GET {api} HTTP/1.1\\r\\nHost: a\\r\\nConnection: Upgrade, HTTP2-Settings\\r\\nUpgrade: h2c\\r\\nHTTP2-Settings: AAMAAABk\\r\\n\\r\\n
            403 | GET {api}/../sandbox/state HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n
            403 | GET {api}/%2e%2e/sandbox/state HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n
            403 | GET /%2e/sandbox;x/state HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n
            """)
    void a_head_that_is_odd_has_one_meaning(int status, String head, World world) {
        RawHttp.Response answer = Hostile.answer(world, head);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo("{\"error\":\"Application key is not defined or does not exist\"}");
    }
}
