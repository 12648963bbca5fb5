package io.github.etnasandbox.junit;

import io.github.etnasandbox.Repro;
import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.journal.Exchanges;
import io.github.etnasandbox.journal.Har;
import io.github.etnasandbox.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What a failed test's world was asked: briefly with the failure, wherever that is shown, as a repro file in the folder of what
 * the build makes, and on request as a HAR file.
 */
final class FailureReport {
    static final String HAR_FOLDER = "etna-sandbox.har";
    static final String REPRO_FOLDER = "etna-sandbox.repro";

    /** Where builds put what they make, Maven and Gradle; repro files go there when nothing else is said. */
    private static final List<String> BUILD_FOLDERS = List.of("target", "build");

    private static final String NOWHERE = "none";

    private static final int MOST_SHOWN = 20;

    private FailureReport() {}

    /** Goes with the failure as a suppressed exception, which consoles, reports and IDEs print once, beside the failure. */
    private static final class RequestJournal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RequestJournal(String text) {
            super(text, null, false, false);
        }
    }

    static void add(ExtensionContext failed, Throwable failure, World world) {
        Exchanges requests = world.requests();
        String repro = requests.isEmpty()
                ? ""
                : reproFile(failed)
                        .map(file -> "\nsandbox replay " + write(Repro.of(world), file) + " plays it again")
                        .orElse("");
        failure.addSuppressed(new RequestJournal(briefly(requests) + repro));
        failed.getConfigurationParameter(HAR_FOLDER)
                .ifPresent(folder -> write(requests, Path.of(folder, name(failed) + ".har")));
    }

    private static Optional<Path> reproFile(ExtensionContext failed) {
        return reproFolder(failed.getConfigurationParameter(REPRO_FOLDER))
                .map(folder -> folder.resolve(name(failed) + ".repro.json"));
    }

    /** Where repro files go; empty for nowhere. */
    static Optional<Path> reproFolder(Optional<String> said) {
        return said.map(Path::of)
                .or(() -> BUILD_FOLDERS.stream()
                        .map(Path::of)
                        .filter(Files::isDirectory)
                        .findFirst()
                        .map(folder -> folder.resolve("etna-sandbox")))
                .filter(folder -> !folder.toString().equals(NOWHERE));
    }

    private static Path write(Repro repro, Path file) {
        repro.write(file);
        return file;
    }

    private static String briefly(Exchanges requests) {
        if (requests.isEmpty()) {
            return "the sandbox was asked nothing";
        }
        int from = Math.max(0, requests.size() - MOST_SHOWN);
        String lines = requests.subList(from, requests.size()).stream()
                .map(FailureReport::line)
                .collect(Collectors.joining());
        long left = requests.dropped() + from;
        return "the sandbox was asked" + (left == 0 ? "" : " (after " + left + " earlier requests)") + lines;
    }

    private static String line(Exchange exchange) {
        String changes = exchange.changes().stream()
                .map(change -> "\n    " + change.toString())
                .collect(Collectors.joining());
        return "\n  " + exchange.line() + changes;
    }

    private static void write(Exchanges requests, Path file) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            Har.write(requests, Files.newOutputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the request journal cannot be written to " + file, e);
        }
    }

    /** The class, the method and, for one of several invocations, its name. */
    private static String name(ExtensionContext test) {
        String method = test.getRequiredTestMethod().getName();
        String display = test.getDisplayName();
        boolean several = display.startsWith("[") || display.startsWith("repetition");
        String name = test.getRequiredTestClass().getName() + "." + method + (several ? "." + display : "");
        return name.replaceAll("[^A-Za-z0-9._-]+", "_");
    }
}
