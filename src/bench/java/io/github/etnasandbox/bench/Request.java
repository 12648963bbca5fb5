package io.github.etnasandbox.bench;

import java.nio.charset.StandardCharsets;

/** The bytes of a request of the packaged fixtures' administrator, and the status that its answer has to have. */
record Request(byte[] bytes, int status) {
    static final String APP_KEY = "demo-app-key";
    static final String AUTHORIZATION = "Bearer admin-token";
    static final String ORDERS = "/api/v1.0/accounts/6303/orders";

    private static final String ORDER =
            "{\"Symbol\":\"AAPL\",\"Type\":\"Limit\",\"Side\":\"Buy\",\"Quantity\":100,\"Price\":156.5}";
    static final Request PLACE = of("POST", ORDERS, 200, ORDER);

    /** So little of the fixture's order that it is never filled. */
    static final Request FILL = of("POST", "/sandbox/orders/73552/fill", 200, "{\"Quantity\": 0.001, \"Price\": 156}");

    static Request cancel(int orderId, int status) {
        return of("DELETE", ORDERS + "/" + orderId, status);
    }

    static Request cancel(String world, int orderId) {
        return of("DELETE", world + ORDERS + "/" + orderId, 204);
    }

    static Request read(int orderId) {
        return of("GET", ORDERS + "/" + orderId, 200);
    }

    static Request page(String query) {
        return of("GET", ORDERS + "?pageSize=100&" + query, 200);
    }

    static Request of(String method, String target, int status) {
        return of(method, target, status, "");
    }

    private static Request of(String method, String target, int status, String body) {
        String text = method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nEt-App-Key: " + APP_KEY
                + "\r\nAuthorization: " + AUTHORIZATION + "\r\n"
                + (body.isEmpty() ? "" : "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n")
                + "\r\n" + body;
        return new Request(text.getBytes(StandardCharsets.US_ASCII), status);
    }
}
