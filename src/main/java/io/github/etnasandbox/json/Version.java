package io.github.etnasandbox.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of this product. */
public final class Version {
    /** As in {@code pom.xml}, such as {@code 0.1.0}. A manifest would not do: Java reads none on the module path. */
    public static final String TEXT = text();

    private Version() {}

    private static String text() {
        try (InputStream file = Version.class.getResourceAsStream("version.txt")) {
            if (file == null) {
                throw new IllegalStateException("version.txt is missing from the jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
