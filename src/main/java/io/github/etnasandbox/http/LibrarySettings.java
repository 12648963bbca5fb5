package io.github.etnasandbox.http;

import org.eclipse.jetty.util.MemoryUtils;

/** A system property that Jetty reads once. It is set for that moment, unless the user has set it. */
final class LibrarySettings {
    /**
     * Jetty would ask the JVM, and start the whole of JMX to do so: an eighth of the time to the first answer. 64 bytes by
     * 4, as on every usual machine; a wrong figure only spaces a queue's two ends differently.
     */
    private static final String REFERENCES_PER_CACHE_LINE = "org.eclipse.jetty.util.referencesPerCacheLine";

    private LibrarySettings() {}

    static synchronized void apply() {
        if (System.getProperty(REFERENCES_PER_CACHE_LINE) != null) {
            return;
        }
        System.setProperty(REFERENCES_PER_CACHE_LINE, "16");
        try {
            MemoryUtils.getReferencesPerCacheLine();
        } finally {
            System.clearProperty(REFERENCES_PER_CACHE_LINE);
        }
    }
}
