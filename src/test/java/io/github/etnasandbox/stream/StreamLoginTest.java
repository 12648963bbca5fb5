package io.github.etnasandbox.stream;

import static io.github.etnasandbox.stream.StreamClient.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.SandboxConfig;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.World;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may open a connection to a streamer, and what may be said on it. */
@SandboxTest
@Timeout(60)
class StreamLoginTest {
    private static final String OK =
            "\\{\"Cmd\": \"CreateSession.txt\", \"StatusCode\": \"Ok\", \"SessionId\": \"[0-9a-f-]{36}\"}";

    @Test
    void the_server_speaks_first_of_the_session(World world) throws Exception {
        try (StreamClient client =
                StreamClient.connect(world, "data", "User=trader&Password=trader-password&HttpClientType=WebSocket")) {
            assertThat(client.next()).matches(OK);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7125", "7125:", "7125%3A{session}", "7125:{session}", "trader:anything"})
    void a_recovered_session_is_as_good_as_a_password(String user, World world) throws Exception {
        String session = recover(world, "trader-token", 0);
        try (StreamClient client = StreamClient.connect(
                world, "data", "User=" + user.replace("{session}", session) + "&Password=" + session)) {
            assertThat(client.next()).matches(OK);
        }
    }

    @Test
    void the_session_that_the_streamers_are_told_with_is_one_for_quotes(World world) throws Exception {
        String told = Unirest.get(world.apiUrl() + "/v1.0/streamers")
                .header("Et-App-Key", "demo-app-key")
                .header("Authorization", "Bearer trader-token")
                .asString()
                .getBody();
        String session = told.replaceFirst(".*\"SessionId\":\"([^\"]+)\".*", "$1");
        try (StreamClient client = StreamClient.connect(world, "quote", "User=7125&Password=" + session)) {
            assertThat(client.next()).matches(OK);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | query parameter User is missing or empty",
                "User=trader | query parameter Password is missing or empty",
                "User=nobody&Password=x | there is no user with the login or the id 'nobody'",
                "User=trader&Password=wrong | Password is neither the password of user trader nor a session of the",
                "User=7125&Password=trader-password | Password is neither the password of user trader nor a session of",
                "User=disabled-admin&Password=disabled-admin-password | user disabled-admin is disabled"
            })
    void a_refused_login_is_told_then_the_connection_closed(String query, String reason, World world) throws Exception {
        try (StreamClient client = StreamClient.connect(world, "data", query)) {
            assertThat(client.next()).isEqualTo("{\"Cmd\": \"CreateSession.txt\", \"StatusCode\": \"Error\"}");
            assertThat(client.closed()).startsWith("1000 " + reason);
        }
    }

    @Test
    void a_session_is_good_for_its_streamer_and_its_user_until_a_reset(World world) throws Exception {
        String session = recover(world, "trader-token", 0);
        assertThat(firstMessage(world, "quote", "User=7125&Password=" + session))
                .contains("Error");
        assertThat(firstMessage(world, "data", "User=644&Password=" + session)).contains("Error");
        assertThat(firstMessage(world, "data", "User=7125&Password=" + session)).contains("Ok");
        world.reset();
        assertThat(firstMessage(world, "data", "User=7125&Password=" + session)).contains("Error");
    }

    @Test
    void a_recovered_session_takes_up_what_was_subscribed_to(World world) throws Exception {
        try (StreamClient client = StreamClient.data(world)) {
            client.subscribe("AccountBalance", "6303").next();
        }
        String session = recover(world, "trader-token", 0);
        try (StreamClient client = StreamClient.login(world, "data", "7125", session)) {
            assertThat(client.next()).startsWith("{\"EntityType\": \"AccountBalance\"");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Order | 6688 | user trader has no access to account 6688",
                "Order | 1 | there is no account 1",
                "Order | 6303;x | Keys has 'x'; ids are needed, joined with ';'",
                "Ordr | 6303 | EntityType is 'Ordr'; the streamer of data tells of Order, Position, AccountBalance,"
                        + " UserBalance; did you mean Order?",
                "Quote | 4 | EntityType is 'Quote'; the streamer of data tells of Order, Position, AccountBalance,"
                        + " UserBalance",
                "UserBalance | 644 | user trader may not see the balance of user 644"
            })
    void what_cannot_be_subscribed_to_is_refused_and_the_connection_stays(
            String entity, String keys, String reason, World world) throws Exception {
        try (StreamClient client = StreamClient.data(world)) {
            client.command("Subscribe.txt", entity, keys);
            String answer = client.next();
            assertThat(answer).startsWith("{\"Cmd\": \"Subscribe.txt\", \"StatusCode\": \"Error\", \"SessionId\"");
            assertThat(member(answer, "Reason")).isEqualTo(reason);
            client.subscribe("Order", "6303");
        }
    }

    @Test
    void a_command_needs_the_session_of_its_connection(World world) throws Exception {
        try (StreamClient client = StreamClient.data(world)) {
            client.send("{\"Cmd\":\"Subscribe.txt\",\"SessionId\":\"x\",\"Keys\":\"6303\",\"EntityType\":\"Order\"}");
            assertThat(member(client.next(), "Reason"))
                    .isEqualTo("SessionId is not the one that the CreateSession.txt of this connection has");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello Server!",
                "{}",
                "[1]",
                "{\"Cmd\"",
                "{\"Cmd\":\"Pong\",\"StatusCode\":\"Ok\"}",
                "{\"Cmd\":{\"a\":[]}}"
            })
    void what_is_no_command_is_ignored(String text, World world) throws Exception {
        try (StreamClient client = StreamClient.data(world)) {
            client.send(text);
            assertThat(client.hearsNothing()).isTrue();
        }
    }

    @Test
    void a_command_of_another_name_is_refused(World world) throws Exception {
        try (StreamClient client = StreamClient.data(world)) {
            client.send("{\"Cmd\":\"Subscribe\"}");
            assertThat(client.next())
                    .isEqualTo("{\"Cmd\": \"Subscribe\", \"StatusCode\": \"Error\", \"Reason\": \"there is no command"
                            + " 'Subscribe'; there are Subscribe.txt, Unsubscribe.txt and Pong\"}");
        }
    }

    @Test
    void keys_may_be_a_number(World world) throws Exception {
        try (StreamClient client = StreamClient.data(world)) {
            client.send("{\"Cmd\":\"Subscribe.txt\",\"SessionId\":\"" + client.sessionId()
                    + "\",\"Keys\":6303,\"EntityType\":\"AccountBalance\"}");
            assertThat(client.next()).contains("\"Keys\": \"6303\"");
            assertThat(client.next()).startsWith("{\"EntityType\": \"AccountBalance\"");
        }
    }

    @Test
    void autoshares_form_of_a_subscription_is_understood_in_its_dialect(Sandbox sandbox, World world) throws Exception {
        try (World asked = sandbox.newWorld(world.seed(), world.settings().withDialect(Dialect.AUTOSHARES));
                StreamClient client = StreamClient.data(asked)) {
            client.send("{\"Subscribe\":{\"EntityType\":\"AccountBalance\",\"Keys\":[\"6303\"]}}");
            assertThat(client.next()).startsWith("{\"Cmd\": \"Subscribe.txt\", \"Keys\": \"6303\"");
            assertThat(client.next()).startsWith("{\"EntityType\": \"AccountBalance\"");
        }
    }

    @Test
    void a_request_without_an_upgrade_is_told_that_it_needs_one(World world) {
        var answer = Unirest.get(world.apiUrl().replace("/api", "/streamers/data/CreateSession.txt"))
                .asString();
        assertThat(answer.getStatus()).isEqualTo(426);
        assertThat(answer.getHeaders().getFirst("Upgrade")).isEqualTo("websocket");
        assertThat(answer.getHeaders().getFirst("Sandbox-Reason"))
                .isEqualTo("a streamer is a WebSocket; the request asks for no upgrade to one");
    }

    @Test
    void a_page_of_another_origin_is_let_in_where_it_may_call_the_api() throws Exception {
        try (Sandbox closed = Sandbox.start();
                Sandbox open = Sandbox.start(SandboxConfig.DEFAULTS.withCors("http://pages.example"))) {
            assertThatThrownBy(() -> ofPage(closed.world())).hasMessageContaining("WebSocketHandshakeException");
            assertThat(closed.world().requests().get(0).reason())
                    .isEqualTo("pages of http://pages.example may not call the API");
            ofPage(open.world()).abort();
        }
    }

    @Test
    void the_journal_has_the_handshake_without_the_password(World world) throws Exception {
        try (StreamClient client = StreamClient.data(world)) {
            String shown = world.requests().get(0).explanation();
            assertThat(shown)
                    .startsWith("#1 GET /streamers/data/CreateSession.txt?User=trader&Password=sha256:")
                    .contains("passed streamer-login: user trader, by login and password");
            assertThat(client.sessionId()).isNotEmpty();
        }
    }

    private static WebSocket ofPage(World world) throws Exception {
        String url =
                world.apiUrl().replaceFirst("http", "ws").replaceFirst("/api$", "/streamers/data/CreateSession.txt");
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Origin", "http://pages.example")
                .buildAsync(URI.create(url + "?User=trader&Password=trader-password"), new WebSocket.Listener() {})
                .get();
    }

    private static String firstMessage(World world, String streamer, String query) throws Exception {
        try (StreamClient client = StreamClient.connect(world, streamer, query)) {
            return client.next();
        }
    }

    private static String recover(World world, String token, int type) {
        String body = Unirest.put(world.apiUrl() + "/v1.0/streamers/session/recover?sessionType=" + type)
                .header("Et-App-Key", "demo-app-key")
                .header("Authorization", "Bearer " + token)
                .asString()
                .getBody();
        return body.substring("{\"Id\":\"".length(), body.length() - 2);
    }
}
