package io.github.etnasandbox.coverage;

import io.github.etnasandbox.json.JsonRecords;
import io.github.etnasandbox.world.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder of a report. Each JVM of a test run has a part there, under the name of its run and its own; the last one to
 * finish makes the report of all parts of its run. What other runs have left is deleted, and never counted.
 *
 * <p>JVMs are of one run when one Java process has started them, be it through a shell: Maven, or Gradle's daemon, which
 * lives on. A system property names the run where that is not so.
 */
final class CoverageFolder {
    private static final String RUN = "etna-sandbox.coverage.run";
    private static final Set<String> SHELLS = Set.of("sh", "dash", "bash", "ash", "ksh", "zsh", "busybox", "cmd.exe");
    private static final String END = ".json";

    /** Locks of files are the JVM's, not a thread's. */
    private static final Object TURN = new Object();

    private final Path folder;
    private final Path parts;
    private final String run = name(run());
    private final String own = run + "." + named(ProcessHandle.current()) + END;

    /**
     * What one JVM has counted.
     *
     * @param finished whether its tests are over
     * @param dialects the names of those of the worlds that were asked anything
     * @param counts how often by test, by the name of the row
     */
    record Part(boolean finished, Set<String> dialects, Map<String, Map<String, Long>> counts) {}

    /** @param isWhole whether no other JVM of the run is counting */
    record Report(Coverage coverage, boolean isWhole) {}

    CoverageFolder(Path folder) {
        this.folder = folder;
        this.parts = folder.resolve("parts");
    }

    Path page() {
        return folder.resolve("index.html");
    }

    /** Deletes what is of other runs, and has the others of this run know that a JVM has begun. */
    void begin(Part part) {
        locked(() -> {
            for (Path file : files()) {
                if (!isOfThisRun(file) && !isRunning(file)) {
                    Files.delete(file);
                }
            }
            write(part);
            return part;
        });
    }

    /** Keeps the part of this JVM, and makes the report of all. */
    Report report(Part part, Catalogue catalogue) {
        return locked(() -> {
            write(part);
            boolean whole = true;
            Set<Dialect> dialects = EnumSet.noneOf(Dialect.class);
            Map<String, Map<String, Long>> counts = new TreeMap<>();
            for (Path file : files()) {
                if (isOfThisRun(file)) {
                    Part read = JsonRecords.read(Files.readAllBytes(file), Part.class);
                    whole &= read.finished() || !isRunning(file);
                    read.dialects().forEach(name -> dialects.add(Dialect.valueOf(name)));
                    read.counts().forEach((row, by) -> {
                        Map<String, Long> all = counts.computeIfAbsent(row, first -> new TreeMap<>());
                        by.forEach((test, count) -> all.merge(test, count, Long::sum));
                    });
                }
            }
            Coverage coverage = coverage(dialects, counts, catalogue);
            write(coverage);
            return new Report(coverage, whole);
        });
    }

    /** A world that nobody has asked anything counts for no dialect; a run without any other is of the default one. */
    private static Coverage coverage(
            Set<Dialect> dialects, Map<String, Map<String, Long>> counts, Catalogue catalogue) {
        Map<String, Row> byName = catalogue.rows(EnumSet.allOf(Dialect.class)).stream()
                .collect(Collectors.toMap(row -> row.rule().name(), Function.identity()));
        Map<Row, Map<String, Long>> byRow = new HashMap<>();
        counts.forEach((name, by) -> Optional.ofNullable(byName.get(name)).ifPresent(row -> byRow.put(row, by)));
        return Coverage.ofTests(catalogue.rows(dialects.isEmpty() ? Set.of(Dialect.DOCUMENTED) : dialects), byRow);
    }

    private void write(Coverage coverage) throws IOException {
        write("coverage.json", JsonRecords.bytes(coverage));
        write("coverage.txt", coverage.text().getBytes(StandardCharsets.UTF_8));
        write("index.html", CoveragePage.html(coverage, "a test run").getBytes(StandardCharsets.UTF_8));
    }

    private void write(Part part) throws IOException {
        write("parts/" + own, JsonRecords.bytes(part));
    }

    /** A reader sees the old file or the new one. */
    private void write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.write(next, bytes);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(parts)) {
            return files.filter(file -> file.toString().endsWith(END)).sorted().toList();
        }
    }

    private boolean isOfThisRun(Path part) {
        return part.getFileName().toString().startsWith(run + ".");
    }

    /** Whether the JVM of a part is there still; the number of a process is given again to others, but not its start. */
    private static boolean isRunning(Path part) {
        String[] name = part.getFileName().toString().split("\\.", -1);
        String jvm = name[name.length - 2];
        return ProcessHandle.of(Long.parseLong(jvm.substring(0, jvm.indexOf('-'))))
                .filter(process -> named(process).equals(jvm))
                .isPresent();
    }

    private interface Step<T> {
        T take() throws IOException;
    }

    private <T> T locked(Step<T> step) {
        synchronized (TURN) {
            try {
                Files.createDirectories(parts);
                try (FileChannel file =
                        FileChannel.open(parts.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    file.lock(); // until it is closed
                    return step.take();
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the answer coverage cannot be written to " + folder, e);
            }
        }
    }

    private static String run() {
        String named = System.getProperty(RUN);
        if (named != null) {
            return named;
        }
        ProcessHandle starter = ProcessHandle.current();
        do {
            Optional<ProcessHandle> parent = starter.parent();
            if (parent.isEmpty()) {
                return named(ProcessHandle.current());
            }
            starter = parent.get();
        } while (SHELLS.contains(program(starter)));
        boolean java = program(starter).equals("java") || program(starter).equals("java.exe");
        return named(java ? starter : ProcessHandle.current());
    }

    private static String program(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> String.valueOf(Path.of(command).getFileName()))
                .orElse("");
    }

    private static String named(ProcessHandle process) {
        return process.pid() + "-"
                + process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** A name as a part of a file's. */
    private static String name(String run) {
        return run.replaceAll("[^A-Za-z0-9_-]+", "_");
    }
}
