package io.github.etnasandbox.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A process of its own, as users start one. It is killed after two minutes, so that whoever waits for its output or its end
 * gets on.
 */
final class ChildProcess implements AutoCloseable {
    private static final Executor IN_TWO_MINUTES = CompletableFuture.delayedExecutor(2, TimeUnit.MINUTES);

    private final Process process;
    private final BufferedReader out;
    private final CompletableFuture<String> err;

    private ChildProcess(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.err = CompletableFuture.supplyAsync(() -> readAll(process.getErrorStream()));
        IN_TWO_MINUTES.execute(process::destroyForcibly);
    }

    static ChildProcess start(Map<String, String> environment, List<String> command, String... args) {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(command.stream(), Arrays.stream(args)).toList());
        // The first would change the sandbox, the others have the JVM print that it picked them up.
        builder.environment().keySet().removeIf(name -> name.startsWith("ETNA_SANDBOX_") || name.endsWith("_OPTIONS"));
        builder.environment().putAll(environment);
        try {
            return new ChildProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the Java that runs this test. */
    static ChildProcess java(Map<String, String> environment, List<String> options, String... args) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return start(
                environment,
                Stream.concat(Stream.of(java.toString()), options.stream()).toList(),
                args);
    }

    /** Reads lines up to the first that starts like this, and returns that one. */
    String readLine(String start) {
        List<String> before = new ArrayList<>();
        try {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(start)) {
                    return line;
                }
                before.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("no line starts with '" + start + "' in " + before + "; errors: " + err.join());
    }

    /** Waits for the end and returns what was not read yet. */
    String restOfOutput() {
        return out.lines().collect(Collectors.joining("\n"));
    }

    /** Waits for the end and returns what was printed to the standard error. */
    String errors() {
        return err.join();
    }

    /** Waits for the end. */
    int exitStatus() {
        return process.onExit().join().exitValue();
    }

    /** Asks the process to end, as a service manager does. */
    void terminate() {
        process.toHandle().destroy(); // Process.destroy would also close what is still to be read
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static String readAll(InputStream in) {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
