package io.github.etnasandbox.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A JVM that the benchmark started. It reports line by line, and ends when its standard input does.
 */
public final class ChildJvm implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final Process process;
    private final Path errors;
    private final BufferedReader reports;

    private ChildJvm(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.reports = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts a main class of one of the benchmark's modules. */
    static ChildJvm start(
            List<String> flags, String module, String mainClass, List<String> settings, Object... arguments) {
        Path built = Path.of("target", "bench", module);
        try {
            Path errors = Files.createTempFile(built, "errors", ".txt");
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(flags);
            command.add("-cp");
            command.add(built.resolve(module + "-0.1.0.jar")
                    + File.pathSeparator
                    + Files.readString(built.resolve("classpath")).strip());
            command.add("io.github.etnasandbox.bench." + mainClass);
            for (Object argument : arguments) {
                command.add(argument.toString());
            }
            command.addAll(settings);
            return new ChildJvm(
                    new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for its next line. */
    public String report() {
        try {
            String line = reports.readLine();
            if (line == null) {
                throw new IllegalStateException("a measured JVM ended without a report:\n" + firstErrors());
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String firstErrors() throws IOException {
        try (Stream<String> lines = Files.lines(errors)) {
            return lines.limit(20).collect(Collectors.joining("\n"));
        }
    }

    /** Waits for its next line, which is a number. */
    public double number() {
        return Double.parseDouble(report());
    }

    /** Has it forget what earlier requests left behind. */
    public void reset() {
        tell("reset");
        report();
    }

    /** How many bytes of its heap are in use when the garbage is gone. */
    public double heap() {
        tell("heap");
        return number();
    }

    private void tell(String order) {
        try {
            OutputStream orders = process.getOutputStream();
            orders.write((order + "\n").getBytes(StandardCharsets.US_ASCII));
            orders.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it: kindly, then by force. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            Files.delete(errors);
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
