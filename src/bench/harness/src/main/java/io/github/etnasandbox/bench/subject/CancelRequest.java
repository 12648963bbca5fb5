package io.github.etnasandbox.bench.subject;

import java.nio.charset.StandardCharsets;

/** The one request that is measured: the documented cancel, as an administrator. */
public final class CancelRequest {
    /** The account, the app key and the token of the packaged fixtures. */
    public static final int ACCOUNT = 6303;

    public static final String APP_KEY = "demo-app-key";
    public static final String TOKEN = "admin-token";

    /** The documented order, outstanding in the packaged fixtures. */
    public static final int DOCUMENTED_ORDER = 73_552;

    /** The first of the generated orders: all their ids have seven digits, and so all requests the same length. */
    public static final int FIRST_OF_MANY = 2_000_000;

    private CancelRequest() {}

    /** The bytes of the request for one order. */
    public static byte[] bytes(int orderId) {
        // No +: the JVM would link it at its first use, and a cold start would be charged for that.
        return new StringBuilder("DELETE /api/v1.0/accounts/")
                .append(ACCOUNT)
                .append("/orders/")
                .append(orderId)
                .append(" HTTP/1.1\r\nHost: 127.0.0.1\r\nEt-App-Key: ")
                .append(APP_KEY)
                .append("\r\nAuthorization: Bearer ")
                .append(TOKEN)
                .append("\r\n\r\n")
                .toString()
                .getBytes(StandardCharsets.US_ASCII);
    }
}
