package io.github.etnasandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** What a test run leaves in the folder of the configuration parameter {@code etna-sandbox.coverage}. */
@ResourceLock("the coverage of this JVM") // the end of any run writes the reports of all
class CoverageReportTest {
    @TempDir
    private Path temporary;

    @Test
    void rows_have_the_tests_that_met_them() {
        run("0", Cancels.class);

        assertThat(report("coverage.txt"))
                .startsWith("2 of ")
                .contains("\n       2  204 canceled: an outstanding order was canceled\n" + "               2  "
                        + Cancels.class.getName() + ".cancels\n")
                .contains("  409 not-outstanding: the order is not outstanding\n" + "               1  "
                        + Cancels.class.getName() + ".cancels_too_late\n")
                .contains("\nnever met\n")
                .contains("          lost-reply: the connection ended without an answer, and the change was made\n"
                        + "            world.inject(Fault.after(");
        assertThat(report("coverage.json"))
                .startsWith("{\"met\":2,")
                .contains("\"count\":2,\"tests\":{\"" + Cancels.class.getName() + ".cancels\":2}}");
        assertThat(report("index.html"))
                .contains("<li>2 <code>" + Cancels.class.getName() + ".cancels</code></li>")
                .doesNotContain("<script");
    }

    @Test
    void what_is_met_in_other_worlds_of_the_run_is_nobodys_and_counts() {
        run("0", MakesWorlds.class);

        assertThat(report("coverage.txt"))
                .contains("\n       3  204 canceled: an outstanding order was canceled\n" + "               1  "
                        + MakesWorlds.class.getName() + ".cancels_in_three_worlds\n");
    }

    @Test
    void a_run_that_meets_too_few_rows_fails_and_says_where_to_look() {
        assertThat(run("80", Cancels.class))
                .startsWith("answer coverage: 2 of ")
                .contains(" rows met, 2 %, and 80 % is the minimum; ")
                .endsWith("index.html tells how to meet the others");
        assertThat(report("coverage.txt")).startsWith("2 of ");
    }

    @Test
    void a_run_that_meets_enough_rows_does_not_fail() {
        assertThat(run("2", Cancels.class)).isEmpty();
    }

    @Test
    void a_minimum_that_is_no_percentage_fails_each_class() {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        run("101", summary, Cancels.class);
        assertThat(summary.getSummary().getFailures())
                .singleElement()
                .extracting(failure -> failure.getException().getMessage())
                .isEqualTo(
                        "etna-sandbox.coverage.minimum is '101'; a whole percentage from 0 to 100 is needed, such as 80");
    }

    @Test
    void other_jvms_of_the_run_are_counted_and_earlier_runs_are_not() throws IOException {
        run("0", Cancels.class);
        Path own = part();
        String jvm = own.getFileName().toString();
        String sameRun = jvm.substring(0, jvm.indexOf('.')) + ".1-1.json";
        Files.copy(own, own.resolveSibling(sameRun));
        Files.copy(own, own.resolveSibling("1-1.1-1.json"));

        run("0", Cancels.class);

        assertThat(report("coverage.txt")).contains("\n       6  204 canceled:"); // two runs here, and the other JVM's
    }

    @Test
    void while_another_jvm_of_the_run_counts_nobody_judges() throws IOException {
        run("0", Cancels.class);
        Path own = part();
        String jvm = own.getFileName().toString();
        ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
        String alive =
                parent.pid() + "-" + parent.info().startInstant().orElseThrow().toEpochMilli();
        Files.writeString(
                own.resolveSibling(jvm.substring(0, jvm.indexOf('.')) + "." + alive + ".json"),
                "{\"finished\":false,\"dialects\":[],\"counts\":{}}");

        assertThat(run("80", Cancels.class)).isEmpty();
    }

    @Test
    void without_a_folder_nothing_is_written() throws IOException {
        try (LauncherSession session = session()) {
            session.getLauncher()
                    .execute(LauncherDiscoveryRequestBuilder.request()
                            .selectors(selectClass(Cancels.class))
                            .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                            .build());
        }
        try (var files = Files.list(temporary)) {
            assertThat(files).isEmpty();
        }
    }

    /** The message that the run ends with, empty for none. */
    private String run(String minimum, Class<?> tests) {
        return run(minimum, new SummaryGeneratingListener(), tests);
    }

    private String run(String minimum, SummaryGeneratingListener summary, Class<?> tests) {
        try {
            try (LauncherSession session = session()) {
                session.getLauncher()
                        .execute(
                                LauncherDiscoveryRequestBuilder.request()
                                        .selectors(selectClass(tests))
                                        .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                                        .configurationParameter("etna-sandbox.coverage", folder().toString())
                                        .configurationParameter("etna-sandbox.coverage.minimum", minimum)
                                        .build(),
                                summary);
            }
            return "";
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static LauncherSession session() {
        return LauncherFactory.openSession(LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .addLauncherSessionListeners(new CoverageListener())
                .build());
    }

    private Path folder() {
        return temporary.resolve("coverage");
    }

    private String report(String file) {
        try {
            return Files.readString(folder().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path part() throws IOException {
        try (var files = Files.list(folder().resolve("parts"))) {
            List<Path> parts =
                    files.filter(file -> file.toString().endsWith(".json")).toList();
            assertThat(parts).hasSize(1);
            return parts.get(0);
        }
    }

    @SandboxTest
    @Tag(PlayedAgain.NOT)
    static class Cancels {
        @Test
        void cancels(World world) {
            Cancel.order(world, 73552);
            Cancel.order(world, 80328);
        }

        @Test
        void cancels_too_late(World world) {
            Cancel.order(world, 75301);
        }
    }

    @SandboxTest
    @Tag(PlayedAgain.NOT)
    static class MakesWorlds {
        @Test
        void cancels_in_three_worlds(World world, Sandbox sandbox) {
            Cancel.order(world, 73552);
            try (World other = sandbox.newWorld();
                    World third = sandbox.newWorld()) {
                Cancel.order(other, 73552);
                Cancel.order(third, 73552);
            }
        }
    }
}
