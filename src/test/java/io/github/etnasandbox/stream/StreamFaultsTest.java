package io.github.etnasandbox.stream;

import static io.github.etnasandbox.stream.StreamClient.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.journal.ExchangePattern;
import io.github.etnasandbox.journal.StreamMessage.Way;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.stage.Fault;
import io.github.etnasandbox.stage.FaultEffect;
import io.github.etnasandbox.stage.FaultPoint;
import io.github.etnasandbox.stage.Gate;
import io.github.etnasandbox.stage.GatePoint;
import io.github.etnasandbox.stage.PathPattern;
import io.github.etnasandbox.stage.RequestPattern;
import io.github.etnasandbox.world.World;
import java.time.Duration;
import java.util.List;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What faults and gates do to the messages of a streamer. */
@SandboxTest
@Timeout(60)
class StreamFaultsTest {
    private static final String ORDERS = "/streamers/data/Order/6303";

    @Test
    void a_dropped_message_does_not_come_and_the_journal_tells_so(World world) throws Exception {
        world.inject(Fault.message(ORDERS, FaultEffect.drop()).nth(4));
        try (StreamClient client = subscribed(world)) {
            world.fill(73552, 1, 150);
            world.fill(73552, 2, 150);
            assertThat(executed(client.rest())).containsExactly("3");
            assertThat(world.messages())
                    .filteredOn(message -> message.way() == Way.LOST)
                    .singleElement()
                    .satisfies(lost -> assertThat(lost.line()).endsWith("[fault 1: drop]"))
                    .satisfies(lost ->
                            assertThat(lost.has("ExecutedQuantity", "1.00000")).isTrue());
        }
    }

    @Test
    void a_message_comes_twice(World world) throws Exception {
        try (StreamClient client = subscribed(world)) {
            world.inject(Fault.message(ORDERS, FaultEffect.twice()));
            world.fill(73552, 1, 150);
            world.fill(73552, 2, 150);
            assertThat(executed(client.rest())).containsExactly("1", "1", "3");
        }
    }

    @Test
    void a_swapped_message_comes_behind_the_next(World world) throws Exception {
        try (StreamClient client = subscribed(world)) {
            world.inject(Fault.message(ORDERS, FaultEffect.swap()));
            world.fill(73552, 1, 150);
            world.fill(73552, 2, 150);
            world.fill(73552, 3, 150);
            assertThat(executed(client.rest())).containsExactly("3", "1", "6");
        }
    }

    @Test
    void a_late_message_comes_when_the_clock_says_so(World world) throws Exception {
        try (StreamClient client = subscribed(world)) {
            world.inject(Fault.message(ORDERS, FaultEffect.late(Duration.ofMinutes(1))));
            world.fill(73552, 1, 150);
            world.fill(73552, 2, 150);
            assertThat(executed(client.rest())).containsExactly("3");
            world.advance(Duration.ofSeconds(59));
            assertThat(client.hearsNothing()).isTrue();
            world.advance(Duration.ofSeconds(1));
            assertThat(executed(client.next(1))).containsExactly("1");
        }
    }

    @Test
    void silence_loses_all_that_follows_and_the_connection_stays(World world) throws Exception {
        try (StreamClient client = subscribed(world);
                StreamClient other = subscribed(world)) {
            world.inject(Fault.message(ORDERS, FaultEffect.silence()));
            world.fill(73552, 1, 150);
            world.fill(73552, 2, 150);
            assertThat(executed(other.rest())).containsExactly("1", "3");
            client.send("{\"Cmd\":\"Nothing\"}");
            assertThat(world.messages())
                    .filteredOn(message -> message.fault() != null)
                    .hasSize(1);
        }
    }

    @Test
    void a_connection_is_closed_with_a_code_in_place_of_a_message(World world) throws Exception {
        try (StreamClient client = subscribed(world)) {
            world.inject(Fault.message(ORDERS, FaultEffect.close(1011)));
            world.fill(73552);
            assertThat(client.closed()).isEqualTo("1011 fault 1");
        }
    }

    @Test
    void a_login_can_be_answered_too_late(World world) throws Exception {
        world.inject(Fault.message("/streamers/data/CreateSession.txt", FaultEffect.late(Duration.ofSeconds(5))));
        try (StreamClient client = StreamClient.connect(world, "data", "User=trader&Password=trader-password")) {
            world.awaitRequest(ExchangePattern.ANY, Duration.ofSeconds(30));
            assertThat(client.hearsNothing()).isTrue();
            world.advance(Duration.ofSeconds(5));
            assertThat(client.next()).contains("CreateSession.txt");
        }
    }

    @Test
    void a_handshake_can_be_refused_by_a_fault_of_requests(World world) {
        world.inject(Fault.before("GET", "/streamers/data/CreateSession.txt", FaultEffect.status(503)));
        assertThatThrownBy(() -> StreamClient.data(world)).hasMessageContaining("WebSocketHandshakeException");
        assertThat(world.requests().get(0).status()).isEqualTo(503);
    }

    @Test
    void a_handshake_that_a_fault_delays_says_so(World world) throws Exception {
        FaultEffect delay = FaultEffect.delay(Duration.ofMillis(1));
        world.inject(Fault.before("GET", "/streamers/data/CreateSession.txt", delay));
        try (StreamClient client = StreamClient.data(world)) {
            assertThat(client.sessionId()).isNotEmpty();
            Exchange opened = world.requests().get(0);
            assertThat(opened.status()).isEqualTo(101);
            assertThat(opened.fault()).isEqualTo(new Exchange.StruckFault("1", "before", "delay"));
        }
    }

    @Test
    void a_gate_holds_a_message_and_what_follows_it(World world) throws Exception {
        try (StreamClient client = subscribed(world);
                StreamClient other = subscribed(world)) {
            Gate gate =
                    world.hold(new RequestPattern(null, new PathPattern(ORDERS)), GatePoint.MESSAGE, Gate.DEFAULT_HOLD);
            world.fill(73552, 1, 150);
            world.fill(73552, 2, 150);
            gate.awaitArrival(Duration.ofSeconds(30));
            assertThat(executed(other.rest())).containsExactly("1", "3");
            assertThat(world.messages())
                    .filteredOn(message -> message.connection() == 1 && message.has("ExecutedQuantity", "3.00000"))
                    .isEmpty();
            gate.release();
            assertThat(executed(client.next(2))).containsExactly("1", "3");
            assertThat(world.messages())
                    .filteredOn(message -> message.gates().contains(gate.id()))
                    .hasSize(1);
        }
    }

    @Test
    void a_fault_of_messages_is_made_over_http_and_stands_in_the_state(World world) throws Exception {
        String fault = "{\"match\":{\"path\":\"" + ORDERS
                + "\"},\"when\":\"message\",\"effect\":{\"type\":\"late\",\"by\":\"PT1M\"}}";
        var made = Unirest.post(world.controlUrl() + "/faults").body(fault).asString();
        assertThat(made.getStatus()).isEqualTo(201);
        assertThat(made.getBody()).contains("\"when\":\"message\",\"effect\":{\"type\":\"late\",\"by\":\"PT1M\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"path\":\"/x\"},\"when\":\"message\",\"effect\":{\"type\":\"garble\"} | garble is done to requests and answers",
                "\"path\":\"/x\"},\"when\":\"after\",\"effect\":{\"type\":\"drop\"} | drop is done to a message of a streamer",
                "\"method\":\"GET\",\"path\":\"/x\"},\"when\":\"message\",\"effect\":{\"type\":\"drop\"} | has no method; leave GET out",
                "\"path\":\"/x\"},\"when\":\"before\",\"effect\":{\"type\":\"close\",\"code\":1011} | has no code; leave it out",
                "\"path\":\"/x\"},\"when\":\"message\",\"effect\":{\"type\":\"close\",\"code\":1006} | never 1004, 1005, 1006 or 1015"
            })
    void what_no_message_can_suffer_is_refused(String fault, String problem, World world) {
        var refused = Unirest.post(world.controlUrl() + "/faults")
                .body("{\"match\":{" + fault + "}")
                .asString();
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getBody()).contains(problem);
    }

    @Test
    void messages_and_requests_do_not_meet_each_others_faults(World world) throws Exception {
        world.inject(
                Fault.of(new RequestPattern(null, new PathPattern("**")), FaultPoint.AFTER, FaultEffect.status(500)));
        world.inject(Fault.message("**", FaultEffect.drop()).nth(1000));
        try (StreamClient client = subscribed(world)) {
            world.fill(73552, 1, 150);
            assertThat(client.next()).isNotEmpty();
        }
        assertThat(world.faults().get(0).hits()).isZero();
    }

    private static StreamClient subscribed(World world) throws Exception {
        StreamClient client = StreamClient.data(world).subscribe("Order", "6303");
        client.rest();
        return client;
    }

    private static List<String> executed(List<String> messages) {
        return messages.stream()
                .map(message -> member(message, "ExecutedQuantity").replace(".00000", ""))
                .toList();
    }
}
