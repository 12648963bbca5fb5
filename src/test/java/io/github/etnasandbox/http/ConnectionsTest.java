package io.github.etnasandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.live.Snapshots;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that no client library would use so. */
@SandboxTest
class ConnectionsTest {
    private static final String GET =
            "GET {api}/v1.0/accounts/6303/orders/73552 HTTP/1.1\\r\\nHost: a\\r\\n{credentials}\\r\\n";

    @Test
    void requests_that_are_sent_at_once_are_answered_in_their_order(World world) {
        assertThat(Hostile.answers(world, GET + "{cancel}{cancel}" + GET))
                .extracting(RawHttp.Response::status)
                .containsExactly(200, 204, 409, 200);
        assertThat(Hostile.answers(world, GET.repeat(100))).hasSize(100);
    }

    @Test
    void a_request_behind_one_that_ends_the_connection_is_none(World world) {
        String last = GET.replace("Host: a", "Host: a\\r\\nConnection: close");
        assertThat(Hostile.answer(world, last + "{cancel}").status()).isEqualTo(200);
        assertThat(world.order(73552).status()).isEqualTo(OrderStatus.NEW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\\r\\n",
                "D",
                "DELETE {api}/v1.0/accounts/6303/orders/73552 HTTP/1.1",
                "DELETE {api}/v1.0/accounts/6303/orders/73552 HTTP/1.1\\r\\nHost: a\\r\\n{credentials}",
                "DELETE {api}/v1.0/accounts/6303/orders/73552 HTTP/1.1\\r\\nHost: a\\r\\n{credentials}\\r",
            })
    void a_head_that_breaks_off_is_no_request(String head, World world) {
        assertThat(Hostile.answers(world, head))
                .extracting(RawHttp.Response::status)
                .isSubsetOf(400);
        assertThat(LiveWorld.of(world).state()).isEqualTo(Snapshots.stateOf(world.seed()));
    }

    @Test
    void a_client_that_sends_no_more_gets_its_answer_still(World world) {
        assertThat(Hostile.answer(world, GET).status()).isEqualTo(200); // it half-closes behind the request
    }

    @Test
    void heads_that_come_byte_by_byte_keep_nobody_waiting(World world) throws IOException {
        byte[] head = Hostile.request(world, GET);
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 500; i++) {
                slow.add(connect(world));
            }
            for (int sent = 0; sent < 20; sent++) {
                for (Socket socket : slow) {
                    socket.getOutputStream().write(head[sent]);
                }
            }
            Hostile.assertNextIsAnswered(world);
            Socket first = slow.get(0);
            first.getOutputStream().write(head, 20, head.length - 20);
            assertThat(startLine(first.getInputStream())).isEqualTo("HTTP/1.1 200 OK");
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            405 | GET {control}/reset | X-HTTP-Method-Override: POST
            405 | GET {control}/reset | x-http-method-override: post
            405 | GET {control}/reset | X-HTTP-Method: POST\\r\\nX-Method-Override: POST
            405 | GET {control}/reset?_method=POST | X: y
            403 | POST {control}/reset | Origin: http://{host}\\r\\nOrigin: http://foreign.test
            403 | POST {control}/reset | Origin: http://foreign.test\\r\\nOrigin: http://{host}
            403 | POST {control}/reset | Origin: null
            403 | POST {control}/reset | Origin:
            403 | POST {control}/reset | Sec-Fetch-Site: cross-site
            403 | POST {control}/reset | Sec-Fetch-Site: same-site
            403 | POST {control}/reset | Sec-Fetch-Site: none\\r\\nSec-Fetch-Site: cross-site
            204 | POST {control}/reset | Origin: http://{host}
            204 | POST {control}/reset | Sec-Fetch-Site: same-origin
            """)
    void only_a_page_of_the_sandbox_itself_may_have_it_reset(int status, String target, String headers, World world) {
        world.fill(73552);
        String request = target + " HTTP/1.1\\r\\nHost: {host}\\r\\nContent-Length: 0\\r\\n" + headers + "\\r\\n\\r\\n";
        assertThat(Hostile.answer(world, request).status()).isEqualTo(status);
        assertThat(world.order(73552).status()).isEqualTo(status == 204 ? OrderStatus.NEW : OrderStatus.FILLED);
    }

    private static Socket connect(World world) throws IOException {
        URI uri = URI.create(world.apiUrl());
        Socket socket = new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static String startLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read >= 0 && read != '\r'; read = in.read()) {
            line.append((char) read);
        }
        return line.toString();
    }
}
