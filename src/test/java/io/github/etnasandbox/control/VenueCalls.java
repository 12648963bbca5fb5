package io.github.etnasandbox.control;

import io.github.etnasandbox.world.World;
import kong.unirest.core.HttpRequest;
import kong.unirest.core.HttpResponse;
import kong.unirest.core.Unirest;

/** What tests of the venue's routes call, there and at the API. */
final class VenueCalls {
    private VenueCalls() {}

    static HttpResponse<String> tell(World world, int order, String event, String body) {
        return Unirest.post(world.controlUrl() + "/orders/" + order + "/" + event)
                .body(body)
                .asString();
    }

    static HttpResponse<String> put(World world, String path, String body) {
        return Unirest.put(world.controlUrl() + path).body(body).asString();
    }

    static HttpResponse<String> get(World world, String path) {
        return Unirest.get(world.controlUrl() + path).asString();
    }

    static String apiPrints(World world, int order) {
        return ofTheApi(Unirest.get(world.apiUrl() + "/v1.0/accounts/6303/orders/" + order));
    }

    static void cancel(World world, int order) {
        ofTheApi(Unirest.delete(world.apiUrl() + "/v1.0/accounts/6303/orders/" + order));
    }

    static String ofTheApi(HttpRequest<?> request) {
        request.header("Et-App-Key", "demo-app-key");
        request.header("Authorization", "Bearer admin-token");
        return request.asString().getBody();
    }
}
