package io.github.etnasandbox.http;

import io.github.etnasandbox.journal.HeaderField;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Stands for a credential in a request journal: equal ones have equal fingerprints, and none can be used in place of what
 * it stands for.
 */
final class Fingerprint {
    private static final int BYTES = 4;
    private static final List<String> CREDENTIALS = List.of(
            "authorization",
            "proxy-authorization",
            "password",
            "verificationcode",
            "et-app-key",
            "cookie",
            "sandbox-control-key");

    /** Only ever cloned: to ask the platform for another would take longer than the hash. */
    private static final MessageDigest SHA_256 = sha256();

    private Fingerprint() {}

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java platform has SHA-256", never);
        }
    }

    /** Returns {@code sha256:} and the first eight hexadecimal digits of a credential's SHA-256 hash. */
    static String of(String credential) {
        byte[] hash = anotherSha256().digest(credential.getBytes(StandardCharsets.UTF_8));
        return "sha256:" + HexFormat.of().formatHex(hash, 0, BYTES);
    }

    private static MessageDigest anotherSha256() {
        try {
            return (MessageDigest) SHA_256.clone();
        } catch (CloneNotSupportedException e) {
            return sha256(); // a security provider need not have it
        }
    }

    /** Header fields as they may be shown: the values of credentials replaced, but for a scheme before them. */
    static List<HeaderField> inPlace(List<HeaderField> fields) {
        List<HeaderField> shown = new ArrayList<>(fields.size());
        for (HeaderField field : fields) {
            shown.add(inPlace(field));
        }
        return Collections.unmodifiableList(shown);
    }

    private static boolean isCredential(String header) {
        for (String each : CREDENTIALS) {
            if (each.equalsIgnoreCase(header)) {
                return true;
            }
        }
        return false;
    }

    /** A header field whose value is shown, or stands for a credential; a scheme before it is shown. */
    private static HeaderField inPlace(HeaderField field) {
        String value = field.value();
        if (value.isEmpty() || !isCredential(field.name())) {
            return field;
        }
        int space = value.indexOf(' ');
        boolean scheme = space > 0 && field.name().toLowerCase(Locale.ROOT).endsWith("authorization");
        String shown = scheme
                ? value.substring(0, space + 1) + of(value.substring(space).trim())
                : of(value);
        return new HeaderField(field.name(), shown);
    }
}
