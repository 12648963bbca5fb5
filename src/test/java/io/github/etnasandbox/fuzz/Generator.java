package io.github.etnasandbox.fuzz;

import io.github.etnasandbox.fixture.RandomFixtures;
import io.github.etnasandbox.http.RawHttp;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** What random cases are about, and how many of them a build has time for. */
enum Generator implements Consumer<FuzzCase> {
    /** Bodies that place, preview and replace orders. */
    BODIES(600) {
        @Override
        public void accept(FuzzCase one) {
            String body = one.json.mutated(one.pick(ORDERS));
            RawHttp.Response placed = one.api("POST", one.pick(PLACING), body);
            one.api("PUT", one.pick(REPLACING), one.json.mutated(one.pick(ORDERS)));
            if (placed.status() == 200 && placed.body().startsWith("{\"Id\":173097,")) {
                one.api("PUT", "/v1.0/accounts/6303/orders/173097", body);
                one.api("DELETE", "/v1.0/accounts/6303/orders/173097", "");
            }
        }
    },

    /** Filters, sort fields and pages. */
    FILTERS(2_000) {
        @Override
        public void accept(FuzzCase one) {
            StringBuilder filter = new StringBuilder();
            for (int words = one.random.nextInt(12); words > 0; words--) {
                filter.append(one.pick(FILTER_WORDS));
            }
            String query = "?pageNumber=" + one.pick(NUMBERS) + "&pageSize=" + one.pick(NUMBERS) + "&sortField="
                    + one.pick(SORT_FIELDS) + "&desc=" + one.pick(List.of("", "true", "x")) + "&filter="
                    + URLEncoder.encode(filter.toString(), StandardCharsets.UTF_8);
            one.api("GET", "/v1.0/accounts/6303/orders" + query, "");
        }
    },

    /** Paths of both planes, and other methods than theirs. */
    PATHS(1_000) {
        @Override
        public void accept(FuzzCase one) {
            StringBuilder path = new StringBuilder();
            for (int segments = one.random.nextInt(8); segments > 0; segments--) {
                path.append('/').append(one.pick(SEGMENTS));
            }
            String method = one.pick(List.of("GET", "HEADX", "DELETE", "OPTIONS", "PATCH"));
            if (one.random.nextBoolean()) {
                one.api(method, path.toString(), "");
            } else {
                one.control(method, path.toString(), "");
            }
        }
    },

    /** Documents that become the seed, or do not. */
    FIXTURES(400) {
        @Override
        public void accept(FuzzCase one) {
            String document = one.random.nextInt(3) == 0
                    ? new RandomFixtures(one.random).document()
                    : one.control("GET", "/state", "").body();
            one.control("PUT", "/seed", one.json.mutated(document));
        }
    },

    /** Calls that have the venue, the clock and tokens do something. */
    CONTROL_CALLS(500) {
        @Override
        public void accept(FuzzCase one) {
            for (int calls = 1 + one.random.nextInt(5); calls > 0; calls--) {
                ControlRequest request = one.pick(CONTROL);
                one.control(
                        request.method(),
                        request.path().replace("{order}", one.pick(ORDER_IDS)),
                        one.random.nextInt(4) == 0 ? request.body() : one.json.mutated(request.body()));
            }
        }
    },

    /** What a test in Java has the venue and the clock do. */
    JAVA_CALLS(300) {
        @Override
        public void accept(FuzzCase one) {
            for (int calls = 1 + one.random.nextInt(5); calls > 0; calls--) {
                JavaCalls.call(one, Integer.parseInt(one.pick(ORDER_IDS)));
            }
        }
    };

    private static final List<String> PLACING = List.of(
            "/v1.0/accounts/6303/orders",
            "/v1.0/accounts/6303/orders",
            "/v1.0/accounts/6303/preview/orders",
            "/v1.0/accounts/6303/syncorders");
    private static final List<String> REPLACING = List.of(
            "/v1.0/accounts/6303/orders/73552",
            "/v1.0/accounts/6303/preview/orders/73552",
            "/v1.0/accounts/6303/syncorders/80328");
    private static final List<String> ORDERS = List.of(
            "{\"Symbol\":\"AAPL\",\"Type\":\"Limit\",\"Side\":\"Buy\",\"Quantity\":100,\"Price\":156.5,\"TimeInForce\":\"Day\","
                    + "\"ClientId\":\"c\",\"Comment\":\"d\"}",
            "{\"Symbol\":\"AAPL\",\"Type\":\"Market\",\"Side\":\"Sell\",\"Quantity\":1,\"ExecInst\":\"AllOrNone\","
                    + "\"ExecutionInstructions\":{\"a\":\"b\"},\"ValidationsToBypass\":0,\"Token\":\"t\"}",
            "{\"Symbol\":\"AAPL\",\"Type\":\"StopLimit\",\"Side\":\"Buy\",\"Quantity\":5,\"Price\":200,\"StopPrice\":199,"
                    + "\"TimeInForce\":\"GoodTillDate\",\"ExpireDate\":\"2019-02-01T00:00:00Z\",\"ExtendedHours\":\"REG\"}",
            "{\"Symbol\":\"AAPL\",\"Type\":\"TrailingStop\",\"Side\":\"Sell\",\"Quantity\":1,\"TrailingStopAmount\":1.5,"
                    + "\"TrailingStopAmountType\":\"Absolute\",\"TrailingLimitAmount\":0.5,\"ParentId\":1,\"Id\":2}",
            "{\"Type\":\"OneCancelOther\",\"Legs\":[{\"Symbol\":\"AAPL\",\"Type\":\"Limit\",\"Side\":\"Buy\",\"Quantity\":1,"
                    + "\"Price\":100},{\"Symbol\":\"AAPL\",\"Type\":\"Stop\",\"Side\":\"Buy\",\"Quantity\":1,\"StopPrice\":200}]}",
            "{\"Symbol\":\"AAPL\",\"Type\":\"Limit\",\"Side\":\"Buy\",\"Quantity\":2,\"Price\":3,\"Legs\":[{\"Symbol\":\"MSFT\","
                    + "\"Side\":\"Buy\",\"Quantity\":3},{\"Symbol\":\"FB\",\"Side\":\"Sell\",\"Quantity\":6}]}");

    private static final List<String> FILTER_WORDS = List.of(
            "CreateDate ",
            "SecurityId",
            "Status ",
            "Quantity",
            "in ",
            "between ",
            " and ",
            " or ",
            "=",
            ">=",
            "<",
            "(",
            ")",
            "(0, 1)",
            ",",
            "4",
            "-1",
            "99999999999999999999",
            "#2019-03-13T18:31:42#",
            "#9999-99-99#",
            "#",
            "'",
            "\"",
            "\u0000",
            "\r\n",
            "é",
            "😀",
            " ",
            "١");
    private static final List<String> NUMBERS =
            List.of("0", "0", "1", "100", "101", "-1", "2147483647", "2147483648", "", "x", "%D9%A1", "1e3", "+1");
    private static final List<String> SORT_FIELDS = List.of("", "Id", "date", "Price", "Symbol", "Legs", "%00", "x");

    private static final List<String> SEGMENTS = List.of(
            "v1.0",
            "v1",
            "v9",
            "accounts",
            "6303",
            "@me",
            "orders",
            "syncorders",
            "preview",
            "73552",
            "users",
            "info",
            "details",
            "token",
            "sandbox",
            "state",
            "requests",
            "gates",
            "faults",
            "snapshots",
            "clock",
            "worlds",
            "..",
            ".",
            "%2e%2e",
            "%2f",
            "%00",
            "%0d%0a",
            "%ff",
            "%zz",
            "%D9%A1",
            ";x=y",
            "",
            "-1",
            "2147483648",
            "{x}",
            "*",
            "a".repeat(3_000));

    /** A control request whose body is right. */
    private record ControlRequest(String method, String path, String body) {}

    private static final List<ControlRequest> CONTROL = List.of(
            new ControlRequest("POST", "/orders/{order}/acknowledge", "{}"),
            new ControlRequest("POST", "/orders/{order}/fill", "{\"Quantity\":1,\"Price\":156.5}"),
            new ControlRequest("POST", "/orders/{order}/fill", "{\"Price\":156.5}"),
            new ControlRequest("POST", "/orders/{order}/reject", "{\"reason\":\"r\"}"),
            new ControlRequest("POST", "/orders/{order}/expire", "{}"),
            new ControlRequest("POST", "/orders/{order}/suspend", "{}"),
            new ControlRequest("POST", "/orders/{order}/acknowledge-cancel", "{}"),
            new ControlRequest("POST", "/orders/{order}/reject-cancel", "{\"reason\":\"r\"}"),
            new ControlRequest("PUT", "/orders/{order}/cancel-outcome", "{\"outcome\":\"reject\",\"after\":\"PT2S\"}"),
            new ControlRequest(
                    "PUT", "/orders/{order}/cancel-outcome", "{\"outcome\":\"partial-fill-first\",\"Quantity\":1}"),
            new ControlRequest("PUT", "/cancel-outcome", "{\"outcome\":\"accept-after\",\"after\":\"PT2S\"}"),
            new ControlRequest("PUT", "/cancel-outcome", "{\"outcome\":\"partial-fill-first\",\"Quantity\":1}"),
            new ControlRequest(
                    "PUT",
                    "/venue",
                    "{\"acknowledge\":\"PT2S\",\"fillsAtQuotes\":true,\"nextCancel\":{\"outcome\":\"hold\"},"
                            + "\"validators\":[\"MarketOrderIsGtc\"]}"),
            new ControlRequest(
                    "PUT",
                    "/quotes/AAPL",
                    "{\"Ask\":151,\"Bid\":149,\"Last\":150,\"Volume\":1,\"OpenInterest\":2,\"AskSize\":3,\"BidSize\":4}"),
            new ControlRequest("PUT", "/quotes/MSFT", "{\"Last\":90}"),
            new ControlRequest("POST", "/clock/advance", "{\"by\":\"PT2S\"}"),
            new ControlRequest("PUT", "/clock", "{\"now\":\"2019-01-22T15:30:00Z\"}"),
            new ControlRequest("POST", "/tokens/expire", "{\"token\":\"trader-token\"}"),
            new ControlRequest("POST", "/tokens/revoke", "{\"token\":\"trader-token\"}"),
            new ControlRequest("POST", "/tokens/forget", "{}"),
            new ControlRequest(
                    "POST",
                    "/faults",
                    "{\"match\":{\"method\":\"GET\",\"path\":\"/v1.0/never\",\"nth\":2,\"share\":0.5,\"randomSeed\":7},"
                            + "\"when\":\"before\",\"effect\":{\"type\":\"status\",\"status\":503,\"headers\":{\"A\":\"b\"},"
                            + "\"body\":\"x\"},\"times\":3,\"from\":\"2019-01-21T15:30:00Z\",\"until\":\"2019-01-22T15:30:00Z\"}"),
            new ControlRequest(
                    "POST",
                    "/faults",
                    "{\"match\":{\"path\":\"/v1.0/never\"},\"when\":\"after\",\"effect\":{\"type\":\"delay\",\"by\":\"PT1S\"}}"),
            new ControlRequest("PUT", "/snapshots/a", ""),
            new ControlRequest("POST", "/snapshots/a/restore", ""));

    private static final List<String> ORDER_IDS =
            List.of("73552", "73552", "75225", "75302", "80328", "80401", "1", "2147483647", "-1");
    private final int cases;

    Generator(int cases) {
        this.cases = cases;
    }

    int cases() {
        return cases;
    }
}
