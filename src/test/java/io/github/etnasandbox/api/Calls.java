package io.github.etnasandbox.api;

import io.github.etnasandbox.world.World;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kong.unirest.core.HttpResponse;
import kong.unirest.core.Unirest;

/** The calls that most tests make, as a client makes them. */
final class Calls {
    static final String APP_KEY = "demo-app-key";

    private Calls() {}

    /** Cancels an order of account 6303. */
    static HttpResponse<String> cancel(World world, int orderId, String token) {
        return cancel(world, "6303", Integer.toString(orderId), "Bearer " + token);
    }

    static HttpResponse<String> cancel(World world, String accountId, String orderId, String authorization) {
        return Unirest.delete(world.apiUrl() + "/v1.0/accounts/" + accountId + "/orders/" + orderId)
                .header("Et-App-Key", APP_KEY)
                .header("Authorization", authorization)
                .asString();
    }

    /** Gets what is at a path of the API. */
    static HttpResponse<String> get(World world, String path, String token) {
        return Unirest.get(world.apiUrl() + path)
                .header("Et-App-Key", APP_KEY)
                .header("Authorization", "Bearer " + token)
                .asString();
    }

    /** Posts a body, in which single quotes stand for double ones. */
    static HttpResponse<String> post(World world, String path, String body, String token) {
        return Unirest.post(world.apiUrl() + path)
                .header("Et-App-Key", APP_KEY)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .body(body.replace('\'', '"'))
                .asString();
    }

    /** Puts a body, in which single quotes stand for double ones. */
    static HttpResponse<String> put(World world, String path, String body, String token) {
        return Unirest.put(world.apiUrl() + path)
                .header("Et-App-Key", APP_KEY)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .body(body.replace('\'', '"'))
                .asString();
    }

    /** Places an order on account 6303 as an administrator. */
    static HttpResponse<String> place(World world, String body) {
        return post(world, "/v1.0/accounts/6303/orders", body, "admin-token");
    }

    /** Places an order like {@link #place} and tells its id. */
    static int placed(World world, String body) {
        return Integer.parseInt(member(place(world, body), "Id"));
    }

    /** Replaces an order of account 6303 as an administrator. */
    static HttpResponse<String> replace(World world, int orderId, String body) {
        return put(world, "/v1.0/accounts/6303/orders/" + orderId, body, "admin-token");
    }

    /** An order of account 6303, as it is read. */
    static HttpResponse<String> order(World world, int orderId) {
        return get(world, "/v1.0/accounts/6303/orders/" + orderId, "admin-token");
    }

    /** The first member of this name in an answer, a text without its quotes; empty when there is none. */
    static String member(HttpResponse<String> answer, String name) {
        Matcher found =
                Pattern.compile("\"" + name + "\":(\"[^\"]*\"|[^,}\\]]+)").matcher(answer.getBody());
        return found.find() ? found.group(1).replace("\"", "") : "";
    }

    static HttpResponse<String> login(World world, String username, String password) {
        return Unirest.post(world.apiUrl() + "/token")
                .header("Et-App-Key", APP_KEY)
                .header("Username", username)
                .header("Password", password)
                .asString();
    }

    static HttpResponse<String> logout(World world, String token) {
        return Unirest.post(world.apiUrl() + "/logout")
                .header("Et-App-Key", APP_KEY)
                .header("Authorization", "Bearer " + token)
                .asString();
    }

    /** The token in the answer to a login. */
    static String token(HttpResponse<String> answer) {
        String marker = "\"Token\":\"";
        String body = answer.getBody();
        int from = body.indexOf(marker) + marker.length();
        return body.substring(from, body.indexOf('"', from));
    }

    static String reason(HttpResponse<String> answer) {
        return answer.getHeaders().getFirst("Sandbox-Reason");
    }
}
