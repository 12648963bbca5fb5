package io.github.etnasandbox.api;

import io.github.etnasandbox.journal.HeaderField;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sequences of requests, good and bad, that the same number always makes the same. */
final class RandomRequests {
    private static final List<String> KEYS = List.of("demo-app-key", "demo-app-key", "demo-app-key", "wrong");
    private static final List<String> TOKENS = List.of(
            "Bearer admin-token", "admin-token", "Bearer trader-token", "Bearer expired-token", "Bearer x", "Basic y");
    private static final List<String> ORDERS =
            List.of("73552", "75225", "75302", "80328", "80401", "80402", "80403", "1", "x", "-1");
    private static final List<String> ACCOUNTS = List.of("6303", "6303", "6688", "7125", "@me");
    private static final List<String> READ = List.of(
            "users/@me/info", "users/644/info", "users/7125/accounts", "accounts/6303/info", "accounts/@me/info");
    private static final List<String> LISTS = List.of(
            "pageNumber=0&pageSize=2",
            "pageNumber=1&pageSize=2&sortField=Date&desc=true",
            "pageNumber=0&pageSize=100&filter=Status+in+(0,4)",
            "pageNumber=x");
    private static final List<String> LOGINS = List.of("admin", "trader", "two-factor-admin", "nobody");

    private RandomRequests() {}

    /** One request; its path is relative to the world's own. */
    record Request(String method, String path, List<String> headers) {
        /** The request as the API takes it, without a server in between. */
        ApiRequest asValue() {
            List<HeaderField> fields = headers.stream()
                    .map(line -> new HeaderField(
                            line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 2)))
                    .toList();
            int mark = path.indexOf('?');
            String plain = mark < 0 ? path : path.substring(0, mark);
            String query = mark < 0 ? null : path.substring(mark + 1);
            return new ApiRequest(method, plain, "http://sandbox" + plain, query, new Headers(fields), Content.NONE);
        }
    }

    static List<Request> sequence(long seed, int length) {
        Random random = new Random(seed);
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            String key = "Et-App-Key: " + pick(random, KEYS);
            String authorization = "Authorization: " + pick(random, TOKENS);
            String login = pick(random, LOGINS);
            requests.add(
                    switch (random.nextInt(9)) {
                        case 0 ->
                            new Request(
                                    "POST",
                                    "/token",
                                    List.of(key, "Username: " + login, "Password: " + login + "-password"));
                        case 1 -> new Request("POST", "/logout", List.of(key, authorization));
                        case 2 -> new Request("GET", "/v1.0/nothing", List.of(key));
                        case 3 ->
                            new Request(
                                    "GET",
                                    "/v1.0/accounts/" + pick(random, ACCOUNTS) + "/orders/" + pick(random, ORDERS),
                                    List.of(key, authorization));
                        case 4 ->
                            new Request(
                                    "GET",
                                    "/v1.0/accounts/" + pick(random, ACCOUNTS) + "/orders?" + pick(random, LISTS),
                                    List.of(key, authorization));
                        case 5 -> new Request("GET", "/v1.0/" + pick(random, READ), List.of(key, authorization));
                        default ->
                            new Request(
                                    "DELETE",
                                    "/v1.0/accounts/" + pick(random, ACCOUNTS) + "/orders/" + pick(random, ORDERS),
                                    List.of(key, authorization));
                    });
        }
        return requests;
    }

    private static String pick(Random random, List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
