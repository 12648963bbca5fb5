import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cancels an order on a running etna-sandbox: java CancelOrder.java [base URL] */
public final class CancelOrder {
    private static final String ORDER = "/api/v1.0/accounts/6303/orders/73552";

    private final HttpClient client = HttpClient.newHttpClient();
    private final String baseUrl;

    private CancelOrder(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    public static void main(String[] arguments) throws InterruptedException {
        String baseUrl = arguments.length > 0 ? arguments[0] : "http://127.0.0.1:6303";
        try {
            new CancelOrder(baseUrl).run();
        } catch (IOException e) {
            fail(baseUrl + " does not answer (" + e + "); is the sandbox running?");
        }
    }

    private void run() throws IOException, InterruptedException {
        HttpResponse<String> login = call(
                "POST", "/api/token", 200,
                "Et-App-Key", "demo-app-key", "Username", "admin", "Password", "admin-password");
        String token = find("\"Token\":\"([^\"]*)\"", login.body());
        String[] credentials = {"Et-App-Key", "demo-app-key", "Authorization", "Bearer " + token};
        System.out.println("POST /api/token: 200");

        call("DELETE", ORDER, 204, credentials);
        System.out.println("DELETE " + ORDER + ": 204");

        HttpResponse<String> state = call("GET", "/sandbox/state", 200);
        String status = find("\\{\"Id\":73552,.*?\"Status\":\"([^\"]*)\"", state.body());
        if (!status.equals("Canceled")) {
            fail("order 73552 is " + status + ", not Canceled");
        }
        System.out.println("GET /sandbox/state: order 73552 is " + status);

        HttpResponse<String> refusal = call("DELETE", ORDER, 409, credentials);
        String reason = refusal.headers().firstValue("Sandbox-Reason").orElse("");
        System.out.println("DELETE " + ORDER + ": 409, " + reason);
    }

    /** Sends a request and returns the answer, which must have the expected status. */
    private HttpResponse<String> call(String method, String path, int expected, String... namesAndValues)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(baseUrl + path)).method(method, BodyPublishers.noBody());
        if (namesAndValues.length > 0) {
            request.headers(namesAndValues);
        }
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            fail(method + " " + path + ": expected " + expected + ", got " + answer.statusCode() + " "
                    + answer.headers().firstValue("Sandbox-Reason").orElse("") + "\n" + answer.body());
        }
        return answer;
    }

    /** Stands in for a JSON library, which the JDK does not have. */
    private static String find(String pattern, String json) {
        Matcher matcher = Pattern.compile(pattern).matcher(json);
        if (!matcher.find()) {
            fail("there is no " + pattern + " in " + json);
        }
        return matcher.group(1);
    }

    private static void fail(String message) {
        System.err.println(message);
        System.exit(1);
    }
}
