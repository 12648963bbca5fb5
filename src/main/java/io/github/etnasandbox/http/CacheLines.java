package io.github.etnasandbox.http;

import org.eclipse.jetty.util.MemoryUtils;

/**
 * Tells Jetty how many references fit into a cache line.
 */
final class CacheLines {
    private static final String REFERENCES = "org.eclipse.jetty.util.referencesPerCacheLine";

    /** 64 bytes by 4, as on every usual machine; a wrong figure would only space a queue's two ends differently. */
    private static final String USUAL = "16";

    private CacheLines() {}

    /**
     * Has Jetty take the usual figure. Left to itself it would ask the JVM, and start the whole of JMX to do so: an eighth
     * of the time to the first answer. The property is read once for each JVM, so it is taken away again.
     */
    static void initialize() {
        boolean ours = System.getProperty(REFERENCES) == null;
        if (ours) {
            System.setProperty(REFERENCES, USUAL);
        }
        try {
            MemoryUtils.getReferencesPerCacheLine();
        } finally {
            if (ours) {
                System.clearProperty(REFERENCES);
            }
        }
    }
}
