package io.github.etnasandbox.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A JVM with one server. It prints what it measured, line by line, or its URL. */
final class Child implements AutoCloseable {
    private static final File ERRORS = new File("target/bench/errors.txt");
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");

    final Server server;
    final boolean hasJournal;

    private final Process process;
    private final BufferedReader lines;
    private int port;

    Child(Server server, boolean hasJournal, List<String> command) throws IOException {
        this.server = server;
        this.hasJournal = hasJournal;
        this.process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(ERRORS))
                .start();
        this.lines = process.inputReader();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** The path of a tool of the JDK that runs this. */
    static String tool(String name) {
        return System.getProperty("java.home") + "/bin/" + name;
    }

    /** Waits for its next line. */
    String line() throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw new IOException(server.title + " ended without a word; see " + ERRORS);
        }
        return line;
    }

    /** The port of a server; waits until it is ready. */
    int port() throws IOException {
        if (port == 0) {
            port = URI.create(line()).getPort();
        }
        return port;
    }

    /** Has the server forget earlier requests. */
    void reset() throws IOException {
        if (server.reset != null) {
            new LoadClient(port, 1).run(1, 1, answer -> server.reset);
        }
    }

    /** How much of its heap is in use once the garbage is gone. */
    double heapMebibytes() throws IOException {
        String pid = Long.toString(process.pid());
        Process jcmd = new ProcessBuilder(tool("jcmd"), pid, "GC.class_histogram").start();
        Matcher total = TOTAL.matcher(new String(jcmd.getInputStream().readAllBytes()));
        if (!total.find()) {
            throw new IOException("jcmd tells no total");
        }
        return Long.parseLong(total.group(1)) / 0x1p20;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
