package io.github.etnasandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Repro;
import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.cli.Main.Outcome;
import io.github.etnasandbox.order.OrderStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Outcome run(String... args) {
        return Main.run(
                List.of(args),
                Map.of(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
    }

    private void running(Consumer<Sandbox> body, String... args) {
        Outcome outcome = run(args);
        assertThat(outcome).as(printedAsError()).isInstanceOf(Outcome.Running.class);
        try (Sandbox sandbox = ((Outcome.Running) outcome).sandbox()) {
            body.accept(sandbox);
        }
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String printedAsError() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_sandbox_runs_and_answers_when_it_says_that_it_is_ready() {
        running(
                sandbox -> {
                    assertThat(printed())
                            .contains(
                                    "is ready",
                                    sandbox.world().apiUrl(),
                                    sandbox.world().controlUrl());
                    int status = Unirest.delete(sandbox.world().apiUrl() + "/v1.0/accounts/6303/orders/73552")
                            .header("Et-App-Key", "demo-app-key")
                            .header("Authorization", "Bearer admin-token")
                            .asEmpty()
                            .getStatus();
                    assertThat(status).isEqualTo(204);
                    assertThat(sandbox.world().order(73552).status()).isEqualTo(OrderStatus.CANCELED);
                },
                "--port=0");
        assertThat(printedAsError()).isEmpty();
    }

    @Test
    void quiet_is_the_url_of_the_api_alone() {
        running(sandbox -> assertThat(printed()).isEqualTo(sandbox.world().apiUrl() + "\n"), "--port=0", "--quiet");
    }

    @Test
    void help_names_every_flag_and_ends_well_whatever_else_is_wrong() {
        assertThat(run("--port", "wrong", "--help")).isEqualTo(new Outcome.Ended(0));
        for (Option option : Option.values()) {
            assertThat(printed()).contains("  " + option.flag() + " ", option.effect());
        }
        assertThat(printed().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(101));
    }

    @Test
    void version_is_one_line() {
        assertThat(run("--version")).isEqualTo(new Outcome.Ended(0));
        assertThat(printed()).startsWith("etna-sandbox ").hasLineCount(1);
    }

    @Test
    void a_repro_file_is_played_in_the_default_world_which_stays(@TempDir Path folder) {
        String file = life(folder).toString();
        running(
                sandbox -> {
                    assertThat(printed())
                            .startsWith(
                                    "etna-sandbox: played " + file + "\n\n  step 1: #1 DELETE /api/v1.0/accounts/6303/")
                            .contains("-> 204\n  step 2: POST /sandbox/orders/75302/fill {\"Quantity\":10}\n\n")
                            .contains("All 2 steps gave what they gave before.\n\netna-sandbox ");
                    assertThat(sandbox.world().order(73552).status()).isEqualTo(OrderStatus.CANCELED);
                },
                "replay",
                file,
                "--port=0");
    }

    @Test
    void a_repro_file_is_played_until_a_step(@TempDir Path folder) {
        running(
                sandbox -> assertThat(sandbox.world().order(75302).executedQuantity())
                        .isEqualTo(40),
                "replay",
                life(folder).toString(),
                "--until=2",
                "--port=0");
    }

    @Test
    void a_step_that_differs_is_told_with_how(@TempDir Path folder) throws IOException {
        Path file = life(folder);
        Files.writeString(file, Files.readString(file).replace("\"status\":204", "\"status\":200"));
        running(
                sandbox -> assertThat(printed())
                        .contains("-> 204\n    DIFFERS status: 200, now 204\n  step 2: ")
                        .contains("1 of 2 steps did not give what they gave before; the first is step 1."),
                "replay",
                file.toString(),
                "--port=0");
    }

    @Test
    void a_file_that_is_none_ends_with_status_2_and_a_missing_one_with_1(@TempDir Path folder) throws IOException {
        Path none = Files.writeString(folder.resolve("none.json"), "{}");
        assertThat(run("replay", none.toString())).isEqualTo(new Outcome.Ended(2));
        assertThat(printedAsError()).contains("--replay: " + none + " is no repro file: line 1");
        assertThat(run("replay", folder.resolve("gone.json").toString())).isEqualTo(new Outcome.Ended(1));
        assertThat(printedAsError())
                .endsWith("etna-sandbox: there is no repro file " + folder.resolve("gone.json") + "\n");
        assertThat(run("replay")).isEqualTo(new Outcome.Ended(2));
    }

    @Test
    void what_a_repro_file_says_itself_cannot_be_given(@TempDir Path folder) {
        assertThat(run("replay", life(folder).toString(), "--dialect=current")).isEqualTo(new Outcome.Ended(2));
        assertThat(printedAsError()).contains("--dialect: a repro file says that itself; leave it out, or --replay");
        assertThat(run("replay", life(folder).toString(), "--store=worlds")).isEqualTo(new Outcome.Ended(2));
        assertThat(printedAsError()).contains("--store: a repro is played in a world that begins as it did");
        assertThat(run("--until=3")).isEqualTo(new Outcome.Ended(2));
        assertThat(printedAsError()).contains("--until: is for a repro file; replay FILE plays one");
    }

    private static Path life(Path folder) {
        try (Sandbox sandbox = Sandbox.start()) {
            Unirest.delete(sandbox.world().apiUrl() + "/v1.0/accounts/6303/orders/73552")
                    .header("Et-App-Key", "demo-app-key")
                    .header("Authorization", "Bearer admin-token")
                    .asEmpty();
            sandbox.world().fill(75302, 10);
            Path file = folder.resolve("life.repro.json");
            Repro.of(sandbox.world()).write(file);
            return file;
        }
    }

    @Test
    void bad_arguments_end_with_status_2_and_the_way_to_the_help() {
        assertThat(run("--port", "wrong", "--prot")).isEqualTo(new Outcome.Ended(2));
        assertThat(printed()).isEmpty();
        assertThat(printedAsError())
                .startsWith("etna-sandbox: the arguments have problems:\n  --prot: ")
                .contains("\n  --port: ")
                .endsWith("\n--help lists what there is\n");
    }

    @Test
    void a_port_in_use_ends_with_status_1_and_ports_to_take_instead() {
        try (Sandbox first = Sandbox.start()) {
            assertThat(run("--port", String.valueOf(first.port()))).isEqualTo(new Outcome.Ended(1));
            assertThat(printedAsError())
                    .startsWith("etna-sandbox: port " + first.port() + " of 127.0.0.1 cannot be had (")
                    .endsWith("); port 0 takes any free one, on the command line --port 0\n")
                    .doesNotContain("Failed to bind")
                    .hasLineCount(1);
        }
    }

    @Test
    void an_unknown_host_ends_with_status_1() {
        assertThat(run("--host", "nowhere.invalid", "--control-key", "secret")).isEqualTo(new Outcome.Ended(1));
        assertThat(printedAsError())
                .isEqualTo("etna-sandbox: host 'nowhere.invalid' is unknown; 127.0.0.1 always works\n");
    }

    @Test
    void a_host_beyond_loopback_needs_a_control_key_and_is_told_how_to_set_it() {
        assertThat(run("--port=0", "--host=0.0.0.0")).isEqualTo(new Outcome.Ended(2));
        assertThat(printedAsError()).contains("--host: ", "--control-key KEY", "ETNA_SANDBOX_CONTROL_KEY");
    }

    @Test
    void a_host_beyond_loopback_runs_with_a_control_key_which_is_not_printed() {
        running(
                sandbox -> assertThat(printed()).contains("Sandbox-Control-Key").doesNotContain("my-secret"),
                "--port=0",
                "--host=0.0.0.0",
                "--control-key=my-secret");
    }

    @Test
    void bad_fixtures_end_with_status_1_and_all_of_their_problems(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("app-keys.json"), "[{\"kee\": \"a\"}, {\"key\": 7}]");
        assertThat(run("--port=0", "--fixtures=" + folder)).isEqualTo(new Outcome.Ended(1));
        assertThat(printedAsError())
                .startsWith("etna-sandbox: the fixtures have problems:\n")
                .contains("app-keys.json:1:3: ", "/1/key", "users.json")
                .doesNotContain("\tat ");
    }
}
