package io.github.etnasandbox.bench.subject;

/** The request that is measured most: the documented cancel, as an administrator. */
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
        return AdminRequest.bytes(new StringBuilder("DELETE /api/v1.0/accounts/")
                .append(ACCOUNT)
                .append("/orders/")
                .append(orderId));
    }
}
