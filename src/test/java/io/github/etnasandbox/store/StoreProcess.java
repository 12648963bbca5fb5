package io.github.etnasandbox.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A process of its own that uses a store, until it is killed. */
final class StoreProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    private StoreProcess(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    static StoreProcess start(Class<?> main, Path folder) {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                folder.toString());
        builder.environment().keySet().removeIf(name -> name.endsWith("_OPTIONS")); // the JVM prints that it has them
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        try {
            return new StoreProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    String line() {
        try {
            String line = out.readLine();
            if (line == null) {
                throw new AssertionError("it has ended");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills it, and returns the lines that were not read yet; the last may be the beginning of one. */
    List<String> kill() {
        process.toHandle().destroyForcibly(); // Process.destroyForcibly would also close what is still to be read
        try {
            List<String> rest = out.lines().toList();
            process.waitFor();
            return rest;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
