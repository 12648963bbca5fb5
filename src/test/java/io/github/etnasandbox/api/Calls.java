package io.github.etnasandbox.api;

import io.github.etnasandbox.world.World;
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
