package io.github.etnasandbox.http;

/**
 * Keeps an embedded sandbox silent where no logger is set up.
 */
final class Loggers {
    private static final String VERBOSITY = "slf4j.internal.verbosity";

    private Loggers() {}

    /**
     * Has SLF4J find its provider. Without one it would print three lines to the standard error, once for each JVM; the
     * property that spares them is read at that moment only, so it is taken away again.
     */
    static void initialize() {
        boolean ours = System.getProperty(VERBOSITY) == null;
        if (ours) {
            System.setProperty(VERBOSITY, "ERROR");
        }
        try {
            org.slf4j.LoggerFactory.getILoggerFactory();
        } finally {
            if (ours) {
                System.clearProperty(VERBOSITY);
            }
        }
    }
}
