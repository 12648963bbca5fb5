package io.github.etnasandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.etnasandbox.cli.Arguments.ArgumentException;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.world.ClockMode;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.RateLimiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {
    private static final Map<String, String> NO_VARIABLES = Map.of();

    private static Arguments parse(String... args) {
        return Arguments.parse(List.of(args), NO_VARIABLES);
    }

    private static List<String> problems(Map<String, String> environment, String... args) {
        ArgumentException refused =
                catchThrowableOfType(ArgumentException.class, () -> Arguments.parse(List.of(args), environment));
        assertThat(refused).as("refusal of %s", List.of(args)).isNotNull();
        return refused.problems();
    }

    @Test
    void nothing_asked_for_is_the_sandbox_of_the_documentation_on_port_6303_of_loopback() {
        Arguments arguments = parse();
        assertThat(arguments.config().port()).isEqualTo(6303);
        assertThat(arguments.config().host()).isEqualTo("127.0.0.1");
        assertThat(arguments.config().fixtures()).isEqualTo(Fixtures.named("docs"));
        assertThat(arguments.config().controlKey()).isNull();
        assertThat(arguments.quiet()).isFalse();
    }

    @Test
    void every_flag_sets_what_it_says() {
        Arguments arguments = parse(
                "--port",
                "7",
                "--host",
                "localhost",
                "--fixtures",
                "./mine",
                "--dialect",
                "current",
                "--clock",
                "ticking",
                "--token-lifetime",
                "PT5M",
                "--rate-limits",
                "on",
                "--journal-bytes",
                "1000",
                "--store",
                "worlds",
                "--control-key",
                "secret",
                "--allow-host",
                "host.docker.internal",
                "--cors",
                "http://localhost:3000",
                "--no-reasons",
                "--log",
                "requests",
                "--quiet");
        assertThat(arguments)
                .isEqualTo(new Arguments(
                        Arguments.DEFAULTS
                                .config()
                                .withPort(7)
                                .withHost("localhost")
                                .withFixtures(Fixtures.folder(Path.of("./mine")))
                                .withDialect(Dialect.CURRENT)
                                .withClock(ClockMode.TICKING)
                                .withStore("worlds")
                                .withControlKey("secret")
                                .withAllowedHost("host.docker.internal")
                                .withCors("http://localhost:3000")
                                .withSettings(settings -> settings.withTokenLifetime(Duration.ofMinutes(5))
                                        .withRateLimits(RateLimiting.ON)
                                        .withJournalBytes(1000)
                                        .withReasons(false)),
                        true,
                        Logging.REQUESTS,
                        "",
                        null,
                        0));
    }

    @Test
    void every_flag_has_a_variable_that_sets_the_same() {
        Arguments arguments = Arguments.parse(
                List.of(),
                Map.ofEntries(
                        Map.entry("ETNA_SANDBOX_PORT", "7"),
                        Map.entry("ETNA_SANDBOX_HOST", "localhost"),
                        Map.entry("ETNA_SANDBOX_FIXTURES", "every-status"),
                        Map.entry("ETNA_SANDBOX_DIALECT", "autoshares"),
                        Map.entry("ETNA_SANDBOX_CLOCK", "system"),
                        Map.entry("ETNA_SANDBOX_TOKEN_LIFETIME", "PT5M"),
                        Map.entry("ETNA_SANDBOX_RATE_LIMITS", "off"),
                        Map.entry("ETNA_SANDBOX_JOURNAL_BYTES", "0"),
                        Map.entry("ETNA_SANDBOX_CONTROL_KEY", "secret"),
                        Map.entry("ETNA_SANDBOX_ALLOW_HOST", "my_service"),
                        Map.entry("ETNA_SANDBOX_NO_REASONS", "true"),
                        Map.entry("ETNA_SANDBOX_LOG", "none"),
                        Map.entry("ETNA_SANDBOX_QUIET", "1")));
        assertThat(arguments)
                .isEqualTo(parse(
                        "--port=7",
                        "--host=localhost",
                        "--fixtures=every-status",
                        "--dialect=autoshares",
                        "--clock=system",
                        "--token-lifetime=PT5M",
                        "--rate-limits=off",
                        "--journal-bytes=0",
                        "--control-key=secret",
                        "--allow-host=my_service",
                        "--no-reasons",
                        "--log=none",
                        "--quiet"));
    }

    @Test
    void the_dialect_documented_is_also_known_by_its_first_name() {
        assertThat(parse("--dialect", "documented")).isEqualTo(Arguments.DEFAULTS);
        assertThat(parse("--dialect", "Seed")).isEqualTo(Arguments.DEFAULTS);
        Map<String, String> environment = Map.of("ETNA_SANDBOX_DIALECT", "seed");
        assertThat(Arguments.parse(List.of(), environment)).isEqualTo(Arguments.DEFAULTS);
    }

    @Test
    void a_flag_wins_over_its_variable_even_when_that_is_wrong() {
        assertThat(Arguments.parse(List.of("--port", "7"), Map.of("ETNA_SANDBOX_PORT", "wrong"))
                        .config()
                        .port())
                .isEqualTo(7);
    }

    @Test
    void the_last_of_equal_flags_wins_so_that_a_script_can_have_defaults() {
        assertThat(parse("--port", "7", "--port=8").config().port()).isEqualTo(8);
    }

    @Test
    void an_empty_variable_is_none() {
        assertThat(Arguments.parse(List.of(), Map.of("ETNA_SANDBOX_PORT", ""))).isEqualTo(Arguments.DEFAULTS);
    }

    @Test
    void a_mistyped_variable_is_told_and_others_of_the_prefix_are_left_to_whoever_reads_them() {
        assertThat(problems(Map.of("ETNA_SANDBOX_PROT", "1", "ETNA_SANDBOX_DIALECTS", "")))
                .containsExactly(
                        "ETNA_SANDBOX_DIALECTS: there is no such variable; did you mean ETNA_SANDBOX_DIALECT?",
                        "ETNA_SANDBOX_PROT: there is no such variable; did you mean ETNA_SANDBOX_PORT?");
        assertThat(Arguments.parse(List.of(), Map.of("ETNA_SANDBOX_URL", "http://a", "ETNA_SANDBOX_HOME", "/")))
                .isEqualTo(Arguments.DEFAULTS);
    }

    @Test
    void a_folder_that_has_the_name_of_a_packaged_set_is_warned_of(@TempDir Path here) throws IOException {
        Files.createDirectories(here.resolve("lifecycle"));
        assertThat(Option.hidden(here, "lifecycle")).isEmpty();
        Files.createFile(here.resolve("lifecycle/orders.json"));
        assertThat(Option.hidden(here, "lifecycle"))
                .isEqualTo("--fixtures lifecycle is the packaged set; the folder of that name here is ./lifecycle");
        assertThat(Option.hidden(here, "./lifecycle")).isEmpty();
    }

    @Test
    void a_switch_can_be_off_in_the_environment() {
        assertThat(Arguments.parse(List.of(), Map.of("ETNA_SANDBOX_NO_REASONS", "false", "ETNA_SANDBOX_QUIET", "0")))
                .isEqualTo(Arguments.DEFAULTS);
    }

    @Test
    void fixtures_are_a_packaged_set_by_its_name_or_else_a_folder() {
        assertThat(parse("--fixtures=docs").config().fixtures()).isEqualTo(Fixtures.named("docs"));
        assertThat(parse("--fixtures=./docs").config().fixtures()).isEqualTo(Fixtures.folder(Path.of("./docs")));
        assertThat(parse("--fixtures=src").config().fixtures()).isEqualTo(Fixtures.folder(Path.of("src")));
        assertThat(parse("--fixtures=state.json").config().fixtures())
                .isEqualTo(Fixtures.folder(Path.of("state.json")));
        assertThat(parse("--fixtures=classpath:mine").config().fixtures()).hasToString("classpath:mine");
    }

    @Test
    void a_value_may_hold_anything_behind_an_equals_sign() {
        assertThat(parse("--control-key=--a=b").config().controlKey()).isEqualTo("--a=b");
    }

    @Test
    void all_mistakes_are_told_at_once_each_with_its_place() {
        assertThat(problems(Map.of("ETNA_SANDBOX_CLOCK", "sundial"), "--prot", "7", "--dialect=curent", "--quiet=yes"))
                .containsExactlyInAnyOrder(
                        "--prot: there is no such flag; did you mean --port?",
                        "--dialect: there is no dialect 'curent', but documented, current or autoshares; did you mean current?",
                        "--quiet: takes no value; it stands alone",
                        "ETNA_SANDBOX_CLOCK: there is no clock 'sundial', but frozen, ticking or system");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '`',
            value = {
                "--port=many -> --port: 'many' is no port; 1 to 65535 are, and 0 for any free one",
                "--port=65536 -> --port: port 65536 is none; 1 to 65535 are, and 0 for any free one",
                "--port=-1 -> --port: port -1 is none; 1 to 65535 are, and 0 for any free one",
                "--port -> --port: its value is missing; --port PORT is right",
                "--host= -> --host: the host is blank; 127.0.0.1 is right for this machine alone",
                "--token-lifetime=24h -> --token-lifetime: '24h' is no ISO 8601 duration; PT24H is a day, PT90S are ninety seconds",
                "--token-lifetime=PT0S -> --token-lifetime: the token lifetime is PT0S; it must be more than zero, such as PT24H, and at most PT876600H",
                "--journal-bytes=4M -> --journal-bytes: '4M' is no number of bytes; 0 to 2147483647 are",
                "--journal-bytes=-1 -> --journal-bytes: the journal's bytes are -1; they must be zero, for no journal, or more",
                "--rate-limits=of -> --rate-limits: there is no rate limiting 'of', but dialect, on or off",
                "--control-key= -> --control-key: the control key is blank; use printable ASCII characters without spaces, or no key at all",
                "--fixtures=dcos -> --fixtures: there is no folder 'dcos' here, and there are no packaged fixtures 'dcos'; there are docs, every-status, lifecycle; did you mean 'docs'?",
                "extra -> extra: there is no such flag",
                "-port -> -port: there is no such flag; did you mean --port?",
                "--hepl -> --hepl: there is no such flag; did you mean --help?",
            })
    void a_mistake_is_told_with_what_would_be_right(String arg, String problem) {
        assertThat(problems(NO_VARIABLES, arg)).containsExactly(problem);
    }

    @Test
    void a_flag_is_not_taken_for_the_value_of_the_one_before() {
        assertThat(problems(NO_VARIABLES, "--host", "--quiet"))
                .containsExactly("--host: its value is missing; --host ADDRESS is right");
    }

    @Test
    void a_word_for_a_switch_in_the_environment_is_true_or_false() {
        assertThat(problems(Map.of("ETNA_SANDBOX_QUIET", "maybe")))
                .containsExactly("ETNA_SANDBOX_QUIET: 'maybe' is neither true nor false");
    }
}
