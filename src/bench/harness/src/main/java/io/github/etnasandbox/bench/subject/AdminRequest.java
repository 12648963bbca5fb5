package io.github.etnasandbox.bench.subject;

import java.nio.charset.StandardCharsets;

/** What the measured requests have in common: the administrator of the packaged fixtures sends them. */
final class AdminRequest {
    private AdminRequest() {}

    /** The bytes of a request without a body. */
    static byte[] bytes(StringBuilder methodAndTarget) {
        // No +: the JVM would link it at its first use, and a cold start would be charged for that.
        return methodAndTarget
                .append(" HTTP/1.1\r\nHost: 127.0.0.1\r\nEt-App-Key: ")
                .append(CancelRequest.APP_KEY)
                .append("\r\nAuthorization: Bearer ")
                .append(CancelRequest.TOKEN)
                .append("\r\n\r\n")
                .toString()
                .getBytes(StandardCharsets.US_ASCII);
    }
}
