import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The life of an order on a running etna-sandbox, step by step as it is printed: java OrderLife.java [base URL] */
public final class OrderLife {
    private static final String WANTED =
            "{\"Symbol\": \"AAPL\", \"Type\": \"Limit\", \"Side\": \"Buy\", \"Quantity\": 100, \"Price\": 156.5}";

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> headers = new ArrayList<>(List.of("Et-App-Key", "demo-app-key"));
    private final String baseUrl;

    private OrderLife(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    public static void main(String[] arguments) throws InterruptedException {
        String baseUrl = arguments.length > 0 ? arguments[0] : "http://127.0.0.1:6303";
        try {
            new OrderLife(baseUrl).run();
        } catch (IOException e) {
            fail(baseUrl + " does not answer (" + e + "); is the sandbox running?");
        }
    }

    private void run() throws IOException, InterruptedException {
        String login = call("POST", "/api/token", 200, "", "Username", "admin", "Password", "admin-password").body();
        headers.addAll(List.of("Authorization", "Bearer " + find("Token", login)));
        System.out.println("POST /api/token: 200");

        String account = find("Id", call("GET", "/api/v1.0/users/7125/accounts", 200, "").body());
        String orders = "/api/v1.0/accounts/" + account + "/orders";
        System.out.println("GET /api/v1.0/users/7125/accounts: account " + account);

        String previews = "/api/v1.0/accounts/" + account + "/preview/orders";
        String preview = call("POST", previews, 200, WANTED).body();
        System.out.println("POST " + previews + ": it would cost " + find("Cost", preview));

        String placed = call("POST", orders, 200, WANTED).body();
        String id = find("Id", placed);
        System.out.println("POST " + orders + ": it is " + find("Status", placed));

        String page = call("GET", orders + "?pageNumber=0&pageSize=1&sortField=Id&desc=true", 200, "").body();
        if (!find("Id", page).equals(id)) {
            fail("order " + find("Id", page) + " is the latest, not " + id);
        }
        System.out.println("GET " + orders + ": the latest is " + find("Status", page));

        String fill = "/sandbox/orders/" + id + "/fill";
        String filled = call("POST", fill, 200, "{\"Quantity\": 40, \"Price\": 156.45}").body();
        System.out.println("POST /sandbox/orders/{id}/fill: it is " + find("Status", filled) + ", "
                + find("LeavesQuantity", filled) + " are left");

        String replacement = "{\"Id\": " + id + ", \"Quantity\": 50, \"Price\": 156, \"ExecutionInstructions\": {}}";
        String reason = reason(call("PUT", orders + "/" + id, 409, replacement));
        if (!reason.contains("is executed")) {
            fail("the reason is: " + reason);
        }
        System.out.println("PUT " + orders + "/{id}: 409, a part of it is executed");

        call("DELETE", orders + "/" + id, 204, "");
        System.out.println("DELETE " + orders + "/{id}: 204");

        String records = call("GET", orders + "/" + id + "/details", 200, "").body();
        System.out.println("GET " + orders + "/{id}/details: "
                + Pattern.compile("\"Status\":\"([^\"]*)\"")
                        .matcher(records)
                        .results()
                        .map((MatchResult record) -> record.group(1))
                        .collect(Collectors.joining(" ")));
    }

    /** Sends a request and returns the answer, which must have the expected status. */
    private HttpResponse<String> call(String method, String path, int expected, String json, String... moreHeaders)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(headers);
        all.addAll(List.of(moreHeaders));
        all.addAll(List.of("Content-Type", "application/json"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .headers(all.toArray(new String[0]))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            fail(method + " " + path + ": expected " + expected + ", got " + answer.statusCode() + " " + reason(answer)
                    + "\n" + answer.body());
        }
        return answer;
    }

    private static String reason(HttpResponse<String> answer) {
        return answer.headers().firstValue("Sandbox-Reason").orElse("");
    }

    /** The first value of a name. Stands in for a JSON library, which the JDK does not have. */
    private static String find(String name, String json) {
        var matcher = Pattern.compile("\"" + name + "\":\"?([^\",}]*)").matcher(json);
        if (!matcher.find()) {
            fail("there is no " + name + " in " + json);
        }
        return matcher.group(1);
    }

    private static void fail(String message) {
        System.err.println(message);
        System.exit(1);
    }
}
