package io.github.etnasandbox.coverage;

import io.github.etnasandbox.coverage.CoverageFolder.Part;
import io.github.etnasandbox.world.Dialect;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the sandboxes of this JVM count for a report in one folder. Tests of one run may have several JVMs, which report
 * together; see {@link CoverageFolder}. Safe for use by many threads.
 *
 * <p>Nothing of this is loaded where nobody asks for a report.
 */
public final class CoverageRun {
    /** The folder of the report: a system property, or a configuration parameter of JUnit. */
    public static final String FOLDER = "etna-sandbox.coverage";

    /** The percentage of rows that must be met, likewise. */
    public static final String MINIMUM = "etna-sandbox.coverage.minimum";

    private static final Pattern PERCENTAGE = Pattern.compile("100|[0-9]{1,2}");

    /** A report is of a JVM, not of a sandbox, so that this is the one thing that sandboxes of a JVM share. */
    private static final ConcurrentMap<Path, CoverageRun> OF_THIS_JVM = new ConcurrentHashMap<>();

    private final CoverageFolder folder;
    private final Catalogue catalogue;
    private final Set<Map<Dialect, Tally>> sandboxes = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<String, Tally> tests = new TreeMap<>();
    private int minimum;

    /** What the report has of this JVM; null for nothing. */
    private @Nullable Part written;

    private CoverageRun(Path folder, Catalogue catalogue) {
        this.folder = new CoverageFolder(folder);
        this.catalogue = catalogue;
        this.folder.begin(part(false));
        Runtime.getRuntime().addShutdownHook(new Thread(this::finishAtTheEnd, "etna-sandbox-coverage"));
    }

    /**
     * Returns this JVM's run for the folder that a setting names; empty when none is named.
     *
     * @param setting looks up {@link #FOLDER} and {@link #MINIMUM}; null for what is not set
     * @param catalogue the rows there are
     * @throws IllegalArgumentException when the minimum is no percentage
     */
    public static Optional<CoverageRun> of(UnaryOperator<@Nullable String> setting, Catalogue catalogue) {
        String named = setting.apply(FOLDER);
        if (named == null || named.isBlank()) {
            return Optional.empty();
        }
        int minimum = percentage(setting.apply(MINIMUM));
        Path folder = Path.of(named).toAbsolutePath().normalize();
        CoverageRun run = OF_THIS_JVM.computeIfAbsent(folder, path -> new CoverageRun(path, catalogue));
        run.require(minimum);
        return Optional.of(run);
    }

    private static int percentage(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        if (!PERCENTAGE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    MINIMUM + " is '" + text + "'; a whole percentage from 0 to 100 is needed, such as 80");
        }
        return Integer.parseInt(text);
    }

    private synchronized void require(int percentage) {
        minimum = Math.max(minimum, percentage);
    }

    /** Has a sandbox's counts in the report. */
    public synchronized void watch(Map<Dialect, Tally> totals) {
        sandboxes.add(totals);
    }

    /** Says which test met what was met in a world, once the test is over. */
    public synchronized void attribute(String test, Tally world) {
        tests.computeIfAbsent(test, first -> new Tally(null)).addAll(world);
    }

    /**
     * Writes the report of all JVMs of the run.
     *
     * @return what is wrong with it: fewer rows are met than the minimum. Empty when it is fine, and while other JVMs of the
     *     run are counting
     */
    private Optional<String> finish() {
        Part part = part(true);
        CoverageFolder.Report report = folder.report(part, catalogue);
        written = part;
        Coverage coverage = report.coverage();
        boolean low = report.isWhole() && 100 * coverage.met() < minimum * coverage.total();
        return low
                ? Optional.of("answer coverage: " + coverage.summary() + ", and " + minimum + " % is the minimum; "
                        + folder.page() + " tells how to meet the others")
                : Optional.empty();
    }

    /** Finishes it unless the report has all of it already. */
    private synchronized Optional<String> finishOnce() {
        return part(true).equals(written) ? Optional.empty() : finish();
    }

    /** Where no JUnit ends the run, or requests came after its end. */
    private void finishAtTheEnd() {
        try {
            finishOnce();
        } catch (UncheckedIOException nobodyIsThereToBeTold) {
            // the JVM ends
        }
    }

    /** Finishes the runs of this JVM that have counted anything since they were finished; returns what is wrong with them. */
    public static List<String> finishAll() {
        return OF_THIS_JVM.values().stream()
                .flatMap(run -> run.finishOnce().stream())
                .toList();
    }

    private synchronized Part part(boolean finished) {
        Set<String> dialects = new TreeSet<>();
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        for (Map<Dialect, Tally> totals : sandboxes) {
            totals.forEach((dialect, total) -> {
                Map<Row, Long> met = total.counts();
                if (!met.isEmpty()) {
                    dialects.add(dialect.name());
                }
                add(met, Coverage.NOBODY, 1, counts);
            });
        }
        tests.forEach((test, tally) -> {
            add(tally.counts(), test, 1, counts);
            add(tally.counts(), Coverage.NOBODY, -1, counts); // each is among those of its sandbox
        });
        counts.values().forEach(by -> by.values().removeIf(count -> count <= 0));
        return new Part(finished, dialects, counts);
    }

    private static void add(Map<Row, Long> met, String test, int sign, Map<String, Map<String, Long>> counts) {
        met.forEach((row, count) -> counts.computeIfAbsent(row.rule().name(), name -> new TreeMap<>())
                .merge(test, sign * count, Long::sum));
    }
}
