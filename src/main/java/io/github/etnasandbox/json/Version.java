package io.github.etnasandbox.json;

/** The version of this product. */
public final class Version {
    /** As the jar's manifest has it, such as {@code 0.1.0}. */
    public static final String TEXT = text();

    private Version() {}

    private static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
