package io.github.etnasandbox.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How a body is signed. Source: AutoShares' page on webhooks. */
final class Signature {
    static final String HEADER = "X-AutoShares-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /** Returns {@code sha256=} and the HMAC-SHA256 of a body, in lower-case hexadecimal digits; texts in UTF-8. */
    static String of(String body, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, never);
        }
    }
}
