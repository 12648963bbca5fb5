package io.github.etnasandbox.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.util.MemoryUtils;
import org.slf4j.LoggerFactory;

/** System properties that a library reads once for each JVM. They are set for that moment, unless the user has set them. */
final class LibrarySettings {
    private static final Map<String, String> PROPERTIES = Map.of(
            // Where no logger is set up, SLF4J would print three lines to the standard error.
            "slf4j.internal.verbosity",
            "ERROR",
            // Jetty would ask the JVM, and start the whole of JMX to do so: an eighth of the time to the first answer.
            // 64 bytes by 4, as on every usual machine; a wrong figure only spaces a queue's two ends differently.
            "org.eclipse.jetty.util.referencesPerCacheLine",
            "16");

    private LibrarySettings() {}

    static void apply() {
        List<String> ours = new ArrayList<>();
        for (Map.Entry<String, String> property : PROPERTIES.entrySet()) {
            if (System.getProperty(property.getKey()) == null) {
                System.setProperty(property.getKey(), property.getValue());
                ours.add(property.getKey());
            }
        }
        try {
            LoggerFactory.getILoggerFactory();
            MemoryUtils.getReferencesPerCacheLine();
        } finally {
            for (String property : ours) {
                System.clearProperty(property);
            }
        }
    }
}
