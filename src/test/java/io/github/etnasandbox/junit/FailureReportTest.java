package io.github.etnasandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.etnasandbox.Replay;
import io.github.etnasandbox.Repro;
import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A test that fails tells what its world was asked. */
class FailureReportTest {

    @Test
    void the_journal_goes_with_the_failure() {
        assertThat(TestRunResult.of(Failing.class).reports())
                .containsExactly("the sandbox was asked\n"
                        + "  #1 DELETE /api/v1.0/accounts/6303/orders/75301 -> 409 (order 75301 is Filled; only"
                        + " outstanding orders can be cancelled)");
    }

    @Test
    void a_repro_file_plays_what_happened_in_the_test_again(@TempDir Path folder) {
        TestRunResult result = TestRunResult.withParameter("etna-sandbox.repro", folder.toString(), Failing.class);

        Path file = folder.resolve(name(Failing.class) + ".fails.repro.json");
        assertThat(result.reports())
                .singleElement()
                .asString()
                .endsWith("\nsandbox replay " + file + " plays it again");
        Repro repro = Repro.load(file);
        try (Sandbox sandbox = Sandbox.start()) {
            Replay replay = sandbox.replay(repro);
            assertThat(replay.differences()).isEmpty();
            assertThat(replay.steps())
                    .singleElement()
                    .satisfies(step -> assertThat(step.line()).contains("/orders/75301 -> 409"));
        }
    }

    @Test
    void repro_files_go_to_the_build_folder_when_nothing_else_is_said() {
        assumeThat(Path.of("target")).isDirectory();

        assertThat(FailureReport.reproFolder(Optional.empty())).contains(Path.of("target", "etna-sandbox"));
    }

    @Test
    void no_repro_file_is_left_where_none_is_wanted_or_nothing_was_asked(@TempDir Path folder) {
        assertThat(TestRunResult.withParameter("etna-sandbox.repro", "none", Failing.class)
                        .reports())
                .singleElement()
                .asString()
                .doesNotContain("replay");
        TestRunResult.withParameter("etna-sandbox.repro", folder.toString(), Silent.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void nothing_that_a_client_sends_breaks_a_line_of_the_report() {
        assertThat(TestRunResult.of(Breaking.class).reports())
                .singleElement()
                .asString()
                .contains("\\u000d\\u000a\\u001b[2J")
                .hasLineCount(2);
    }

    @Test
    void a_test_that_asked_nothing_says_so() {
        assertThat(TestRunResult.of(Silent.class).reports()).containsExactly("the sandbox was asked nothing");
    }

    @Test
    void only_the_last_requests_are_told() {
        assertThat(TestRunResult.of(Talkative.class).reports())
                .singleElement()
                .asString()
                .startsWith("the sandbox was asked (after 5 earlier requests)\n  #6 ")
                .contains("\n  #25 ");
    }

    @Test
    void a_test_that_succeeds_tells_nothing() {
        assertThat(TestRunResult.of(Succeeding.class).reports()).isEmpty();
    }

    @Test
    void archives_go_to_a_folder_on_request(@TempDir Path folder) throws IOException {
        TestRunResult.withParameter("etna-sandbox.har", folder.resolve("har").toString(), Repeated.class);

        try (var files = Files.list(folder.resolve("har"))) {
            assertThat(files)
                    .extracting(file -> file.getFileName().toString())
                    .allMatch(name -> name.startsWith(name(Repeated.class) + ".fails._"))
                    .allMatch(name -> name.endsWith(".har"))
                    .hasSize(2);
        }
    }

    private static String name(Class<?> test) {
        return test.getName().replace('$', '_');
    }

    @SandboxTest
    static class Failing {
        @Test
        void fails(World world) {
            assertThat(Cancel.order(world, 75301)).isEqualTo(409);
            throw new AssertionError("as it should");
        }
    }

    @SandboxTest
    static class Breaking {
        @Test
        void fails(World world) {
            Unirest.get(world.apiUrl() + "/v1.0/%0d%0a%1b%5b2J")
                    .header("Et-App-Key", "demo-app-key")
                    .asEmpty();
            throw new AssertionError("as it should");
        }
    }

    @SandboxTest
    static class Silent {
        @Test
        void fails(World world) {
            throw new AssertionError("as it should, at " + world.now());
        }
    }

    @SandboxTest
    static class Talkative {
        @Test
        void fails(World world) {
            for (int i = 0; i < 25; i++) {
                Cancel.order(world, 75301);
            }
            throw new AssertionError("as it should");
        }
    }

    @SandboxTest
    static class Succeeding {
        @Test
        void succeeds(World world) {
            Cancel.order(world, 75301);
        }
    }

    @SandboxTest
    static class Repeated {
        @ParameterizedTest
        @ValueSource(ints = {75301, 73552})
        void fails(int order, World world) {
            Cancel.order(world, order);
            throw new AssertionError("as it should");
        }
    }
}
