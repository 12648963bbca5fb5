package io.github.etnasandbox.bench.subject;

import java.nio.charset.StandardCharsets;

/** The request that places an order, as an administrator, and an answer to it. */
public final class PlaceRequest {
    /** Where orders are placed. */
    public static final String PATH = "/api/v1.0/accounts/" + CancelRequest.ACCOUNT + "/orders";

    /** What subjects answer that know no orders: an order's first key, and about as many bytes as a whole one has. */
    public static final String ANSWER =
            "{\"Id\":" + CancelRequest.FIRST_OF_MANY + ",\"Comment\":\"" + "x".repeat(950) + "\"}";

    private static final String BODY =
            "{\"Symbol\":\"AAPL\",\"Type\":\"Limit\",\"Side\":\"Buy\",\"Quantity\":100,\"Price\":156.5}";

    private PlaceRequest() {}

    /** The bytes of the request. */
    public static byte[] bytes() {
        return ("POST " + PATH + " HTTP/1.1\r\nHost: 127.0.0.1\r\nEt-App-Key: " + CancelRequest.APP_KEY
                        + "\r\nAuthorization: Bearer " + CancelRequest.TOKEN
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + BODY.length() + "\r\n\r\n" + BODY)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
