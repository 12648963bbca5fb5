package io.github.etnasandbox.bench.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/** What the figures were measured on, without which they say nothing. */
public final class Machine {
    private Machine() {}

    /** The report's first lines. */
    public static String describe() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long gibibytes = Math.round(system.getTotalMemorySize() / (double) (1 << 30));
        return "# Benchmark of " + LocalDate.now(ZoneOffset.UTC) + "\n\n"
                + "- Machine: " + system.getAvailableProcessors() + " cores, " + cpuModel() + ", " + gibibytes
                + " GiB memory, " + system.getName() + " " + system.getVersion() + "\n"
                + "- JDK: " + System.getProperty("java.vm.name") + " " + Runtime.version() + "\n";
    }

    private static String cpuModel() {
        Path info = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(info)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(info)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
