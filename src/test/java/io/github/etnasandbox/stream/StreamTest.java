package io.github.etnasandbox.stream;

import static io.github.etnasandbox.stream.StreamClient.member;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.order.CancelOutcome;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.World;
import java.time.Duration;
import java.util.List;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a client of a streamer is told. */
@SandboxTest
@Timeout(60)
class StreamTest {
    @Test
    void a_subscription_is_echoed_and_begins_with_what_there_is(World world) throws Exception {
        try (StreamClient client = StreamClient.data(world)) {
            client.command("Subscribe.txt", "Order", "6303");
            assertThat(client.next())
                    .isEqualTo("{\"Cmd\": \"Subscribe.txt\", \"SessionId\": \"" + client.sessionId()
                            + "\", \"Keys\": \"6303\", \"EntityType\": \"Order\", \"HttpClientType\": \"WebSocket\"}");
            assertThat(client.rest())
                    .extracting(message -> member(message, "Id"))
                    .containsExactly("73552", "75302", "80328");
        }
    }

    @Test
    void an_order_is_told_to_the_byte(World world) throws Exception {
        try (StreamClient client = StreamClient.data(world)) {
            client.subscribe("Order", "6303");
            assertThat(client.next())
                    .isEqualTo("{\"EntityType\": \"Order\", \"Id\": \"73552\", \"SecurityId\": \"4\","
                            + " \"Quantity\": \"150.00000\", \"Price\": \"0.00000\", \"ExecutedQuantity\": \"0.00000\","
                            + " \"LastPrice\": \"0.00000\", \"LastQuantity\": \"0.00000\", \"LeavesQuantity\": \"150.00000\","
                            + " \"AveragePrice\": \"0.00000\", \"Side\": \"Buy\", \"CreateDate\": \"1548083265815\","
                            + " \"Date\": \"1548083265815\", \"DateOffset\": \"-18000000\", \"DateText\": \"\","
                            + " \"TransactionDate\": \"1548083265815\", \"TransactionDateText\": \"1548083265815\","
                            + " \"Status\": \"New\", \"ExecutionStatus\": \"New\", \"Type\": \"Market\","
                            + " \"Description\": \"\", \"Comment\": \"\", \"TimeInForce\": \"Day\", \"AccountId\": \"6303\","
                            + " \"StopPrice\": \"0.00000\", \"ExecInst\": \"0\", \"ExpireDate\": \"1548190800000\","
                            + " \"SecurityType\": \"CommonStock\", \"Symbol\": \"AAPL\", \"Exchange\": \"XNAS\","
                            + " \"Currency\": \"USD\", \"Name\": \"AAPL\", \"UnderlyingSymbol\": \"\","
                            + " \"UnderlyingId\": \"-1\", \"UnderlyingStrike\": \"0\","
                            + " \"UnderlyingOptionType\": \"Undefined\", \"UnderlyingExpirationDate\": \"-62135596800000\","
                            + " \"UnderlyingExpirationType\": \"Undefined\", \"TrailingStopAmountType\": \"Absolute\","
                            + " \"TrailingStopAmount\": \"0.00000\", \"TrailingLimitAmountType\": \"Absolute\","
                            + " \"TrailingLimitAmount\": \"0.00000\", \"RejectReason\": \"\", \"ParentId\": \"-1\","
                            + " \"InitialType\": \"Market\"}");
        }
    }

    @Test
    void a_cancel_is_told(World world) throws Exception {
        try (StreamClient client = subscribed(world, "Order", "6303")) {
            cancel(world);
            String told = client.next(2).get(1);
            assertThat(member(told, "Id")).isEqualTo("73552");
            assertThat(member(told, "Status")).isEqualTo("Canceled");
            assertThat(member(told, "LeavesQuantity")).isEqualTo("0.00000");
        }
    }

    @Test
    void each_state_that_an_order_comes_to_is_told(World world) throws Exception {
        world.cancelOutcome(73552, CancelOutcome.partialFillFirst(50));
        try (StreamClient client = subscribed(world, "Order", "6303")) {
            cancel(world);
            assertThat(client.next(3))
                    .extracting(message -> member(message, "ExecutedQuantity") + " " + member(message, "Status"))
                    .containsExactly("50.00000 PartiallyFilled", "50.00000 PendingCancel", "50.00000 Canceled");
        }
    }

    @Test
    void a_rejected_order_tells_why(World world) throws Exception {
        try (StreamClient client = subscribed(world, "Order", "6303")) {
            world.reject(80328, "Halted");
            assertThat(member(client.next(), "RejectReason")).isEqualTo("Halted");
        }
    }

    @Test
    void what_becomes_due_is_told(World world) throws Exception {
        try (StreamClient client = subscribed(world, "Order", "6303")) {
            world.advance(Duration.ofDays(2));
            assertThat(client.nextThat(message -> member(message, "Id").equals("73552")))
                    .contains("\"Status\": \"DoneForDay\"");
        }
    }

    @Test
    void what_only_a_tester_can_see_is_not_told(World world) throws Exception {
        try (StreamClient client = subscribed(world, "Order", "6303")) {
            world.cancelOutcome(73552, CancelOutcome.REJECT);
            assertThat(client.hearsNothing()).isTrue();
        }
    }

    @Test
    void orders_of_other_accounts_are_not_told(World world) throws Exception {
        try (StreamClient client = subscribed(world, "Order", "6303")) {
            world.fill(80401);
            assertThat(client.hearsNothing()).isTrue();
        }
    }

    @Test
    void a_fill_moves_position_and_balance(World world) throws Exception {
        try (StreamClient client = StreamClient.data(world)) {
            client.subscribe("Position", "6303");
            assertThat(client.next()).startsWith("{\"EntityType\": \"Position\", \"Id\": \"21483\"");
            client.subscribe("AccountBalance", "6303");
            assertThat(client.next())
                    .startsWith("{\"EntityType\": \"AccountBalance\", \"AccountId\": \"6303\", \"CashBalance\": \"0\","
                            + " \"PendingCash\": \"0\", \"PendingOrdersCount\": \"0\","
                            + " \"Items\": \"[{\\\"Name\\\": \\\"cash\\\", \\\"Value\\\": ");
            world.fill(73552, 10, 150);
            assertThat(member(client.next(), "Quantity")).isEqualTo("160.00000");
            assertThat(client.next()).contains("{\\\"Name\\\": \\\"pendingOrdersCount\\\", \\\"Value\\\": ");
        }
    }

    @Test
    void the_count_of_pending_orders_follows_orders(World world) throws Exception {
        try (StreamClient client = subscribed(world, "AccountBalance", "6303")) {
            int before = pending(world);
            cancel(world);
            assertThat(client.next())
                    .contains("{\\\"Name\\\": \\\"pendingOrdersCount\\\", \\\"Value\\\": " + (before - 1) + "}");
            assertThat(pending(world)).isEqualTo(before - 1);
        }
    }

    @Test
    void the_balance_of_a_user_has_the_users_id_for_an_account(World world) throws Exception {
        try (StreamClient client = StreamClient.data(world)) {
            assertThat(client.subscribe("UserBalance", "7125").next())
                    .startsWith("{\"EntityType\": \"UserBalance\", \"AccountId\": \"7125\"");
        }
    }

    @Test
    void autoshares_leaves_a_count_out_that_a_client_cannot_read(Sandbox sandbox, World world) throws Exception {
        try (World asked = sandbox.newWorld(world.seed(), world.settings().withDialect(Dialect.AUTOSHARES));
                StreamClient client = StreamClient.data(asked)) {
            assertThat(client.subscribe("AccountBalance", "6303").next()).doesNotContain("\"PendingOrdersCount\"");
        }
    }

    @Test
    void a_quote_is_told_by_the_other_streamer(World world) throws Exception {
        try (StreamClient client = StreamClient.login(world, "quote", "trader", "trader-password")) {
            assertThat(client.subscribe("Quote", "4").next())
                    .startsWith("{\"EntityType\": \"Quote\", \"QuoteTypes\": \"0\", \"Ask\": \"")
                    .contains("\"Key\": \"4\", \"Date\": \"01/21/2019 15:30:00\"");
        }
    }

    @Test
    void a_quote_that_is_set_is_told_and_so_is_what_it_is_worth(World world) throws Exception {
        try (StreamClient quotes = StreamClient.login(world, "quote", "trader", "trader-password");
                StreamClient data = subscribed(world, "AccountBalance", "6303")) {
            quotes.subscribe("Quote", "4;5").rest();
            world.quote("AAPL", 160);
            assertThat(quotes.rest())
                    .singleElement()
                    .satisfies(told -> assertThat(member(told, "Key") + " " + member(told, "Price"))
                            .isEqualTo("4 160"));
            assertThat(data.next()).contains("{\\\"Name\\\": \\\"marketValue\\\", \\\"Value\\\": 24000}");
        }
    }

    @Test
    void several_keys_are_one_subscription(World world) throws Exception {
        try (StreamClient client = StreamClient.login(world, "data", "admin", "admin-password")) {
            client.subscribe("Order", "6303;6688");
            world.fill(80401);
            assertThat(client.nextThat(message -> member(message, "Status").equals("Filled")
                            && member(message, "Id").equals("80401")))
                    .contains("\"AccountId\": \"6688\"");
        }
    }

    @Test
    void an_end_of_a_subscription_is_echoed_and_ends_it(World world) throws Exception {
        try (StreamClient client = subscribed(world, "Order", "6303")) {
            client.command("Unsubscribe.txt", "Order", "6303");
            assertThat(client.next()).startsWith("{\"Cmd\": \"Unsubscribe.txt\", \"SessionId\"");
            cancel(world);
            assertThat(client.hearsNothing()).isTrue();
        }
    }

    @Test
    void a_second_subscription_to_the_same_doubles_nothing(World world) throws Exception {
        try (StreamClient client = subscribed(world, "AccountBalance", "6303")) {
            client.subscribe("AccountBalance", "6303").next();
            cancel(world);
            client.next();
            assertThat(client.hearsNothing()).isTrue();
        }
    }

    @Test
    void a_reset_ends_connections_and_says_so(World world) throws Exception {
        try (StreamClient client = StreamClient.data(world)) {
            world.reset();
            assertThat(client.closed()).isEqualTo("1012 the world has started over; connect again");
        }
    }

    @Test
    void a_drop_of_the_world_ends_connections_and_says_so(Sandbox sandbox) throws Exception {
        World dropped = sandbox.newWorld();
        try (StreamClient client = StreamClient.data(dropped)) {
            dropped.close();
            assertThat(client.closed()).isEqualTo("1001 the world was dropped, or its sandbox closes");
        }
    }

    @Test
    void a_close_of_the_sandbox_ends_connections_and_says_so() throws Exception {
        Sandbox sandbox = Sandbox.start();
        try (StreamClient client = StreamClient.data(sandbox.world())) {
            sandbox.close();
            assertThat(client.closed()).isEqualTo("1001 the world was dropped, or its sandbox closes");
        }
    }

    @Test
    void other_worlds_hear_nothing(Sandbox sandbox, World world) throws Exception {
        try (World other = sandbox.newWorld();
                StreamClient client = subscribed(other, "Order", "6303")) {
            cancel(world);
            world.reset();
            assertThat(client.hearsNothing()).isTrue();
        }
    }

    @Test
    void a_test_waits_for_what_a_client_is_told(World world) throws Exception {
        try (StreamClient client = subscribed(world, "Order", "6303")) {
            cancel(world);
            var told = world.awaitEvent(message -> message.has("Status", "Canceled"), Duration.ofSeconds(30));
            assertThat(told.type() + " " + told.key()).isEqualTo("Order 6303");
            assertThat(client.next(2)).endsWith(told.text());
        }
    }

    @Test
    void messages_are_kept_with_what_was_sent_and_what_came(World world) throws Exception {
        try (StreamClient client = StreamClient.data(world).subscribe("AccountBalance", "6303")) {
            client.next();
            List<String> kept = world.messages().stream()
                    .map(message -> message.number() + " " + message.way() + " " + message.type())
                    .toList();
            assertThat(kept)
                    .containsExactly(
                            "1 SENT CreateSession.txt",
                            "2 RECEIVED Subscribe.txt",
                            "3 SENT Subscribe.txt",
                            "4 SENT AccountBalance");
            assertThat(Unirest.get(world.controlUrl() + "/messages?type=AccountBalance&key=6303&await=PT5S")
                            .asString()
                            .getBody())
                    .startsWith(
                            "{\"messages\":[{\"number\":4,\"at\":\"2019-01-21T15:30:00Z\",\"connection\":1,\"way\":\"sent\"");
            assertThat(client.hearsNothing()).isTrue();
        }
    }

    /** A client that has heard what there is. */
    private static StreamClient subscribed(World world, String entityType, String key) throws Exception {
        StreamClient client = StreamClient.data(world).subscribe(entityType, key);
        client.rest();
        return client;
    }

    private static int pending(World world) {
        String balance = Unirest.get(world.apiUrl() + "/v1.0/accounts/6303/info")
                .header("Et-App-Key", "demo-app-key")
                .header("Authorization", "Bearer admin-token")
                .asString()
                .getBody();
        return Integer.parseInt(balance.replaceFirst(".*\"pendingOrdersCount\":(\\d+).*", "$1"));
    }

    private static void cancel(World world) {
        Unirest.delete(world.apiUrl() + "/v1.0/accounts/6303/orders/73552")
                .header("Et-App-Key", "demo-app-key")
                .header("Authorization", "Bearer admin-token")
                .asEmpty();
    }
}
