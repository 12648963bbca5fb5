package io.github.etnasandbox.stream;

import static io.github.etnasandbox.stream.StreamClient.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.etnasandbox.live.FailingStore;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.live.StoredSandbox;
import io.github.etnasandbox.stage.Fault;
import io.github.etnasandbox.stage.FaultEffect;
import io.github.etnasandbox.stage.Gate;
import io.github.etnasandbox.stage.GatePoint;
import io.github.etnasandbox.stage.PathPattern;
import io.github.etnasandbox.stage.RequestPattern;
import io.github.etnasandbox.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What streamers tell while the store of their sandbox takes no changes: all of it, and nothing that has not happened. */
@Timeout(60)
class StreamStoreTest {
    private static final String ORDERS = "/streamers/data/Order/6303";

    @TempDir
    private Path folder;

    private StoredSandbox sandbox;
    private StreamClient client;

    @BeforeEach
    void start() throws Exception {
        sandbox = StoredSandbox.start(folder);
        client = StreamClient.data(world()).subscribe("Order", "6303");
        client.rest();
    }

    @AfterEach
    void end() {
        client.close();
        sandbox.close();
    }

    private LiveWorld world() {
        return sandbox.world();
    }

    private FailingStore store() {
        return sandbox.store();
    }

    @Test
    void a_fill_that_cannot_last_is_not_told() throws Exception {
        store().fail();
        assertThatThrownBy(() -> world().fill(73552, 1, 150)).isInstanceOf(StoreException.class);
        store().recover();
        world().fill(73552, 2, 150);
        assertThat(executed(client.rest())).containsExactly("2");
    }

    @Test
    void a_message_that_its_fault_cannot_count_is_sent_as_it_is() throws Exception {
        world().inject(Fault.message(ORDERS, FaultEffect.drop()).times(1));
        store().fail(text -> text.contains("\"faults\""));
        world().fill(73552, 1, 150);
        assertThat(executed(client.next(1))).containsExactly("1");
        store().recover();
        world().fill(73552, 2, 150);
        world().fill(73552, 3, 150);
        assertThat(executed(client.rest())).containsExactly("6");
    }

    @Test
    void a_message_that_its_gate_cannot_hold_is_sent() throws Exception {
        hold(Duration.ofMinutes(1));
        store().fail(text -> text.contains("\"gates\""));
        world().fill(73552, 1, 150);
        assertThat(executed(client.next(1))).containsExactly("1");
    }

    @Test
    void a_message_whose_gate_cannot_let_it_go_yet_is_sent_later() throws Exception {
        Gate gate = hold(Duration.ofMillis(50));
        store().fail(text -> text.contains("\"releasedBy\""));
        world().fill(73552, 1, 150);
        gate.awaitArrival(Duration.ofSeconds(60));
        store().recover();
        assertThat(executed(client.next(1))).containsExactly("1");
    }

    @Test
    void a_connection_that_a_fault_would_strike_is_refused_with_503() {
        world().inject(Fault.before("GET", "/streamers/data/CreateSession.txt", FaultEffect.status(502)));
        store().fail();
        assertThat(Unirest.get(world().apiUrl().replaceFirst("/api$", "/streamers/data/CreateSession.txt"))
                        .asEmpty()
                        .getStatus())
                .isEqualTo(503);
    }

    private Gate hold(Duration limit) {
        return world().hold(new RequestPattern(null, new PathPattern(ORDERS)), GatePoint.MESSAGE, limit);
    }

    private static List<String> executed(List<String> messages) {
        return messages.stream()
                .map(message -> member(message, "ExecutedQuantity").replaceAll("\\..*", ""))
                .toList();
    }
}
