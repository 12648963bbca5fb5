package io.github.etnasandbox.cli;

import io.github.etnasandbox.SandboxConfig;
import io.github.etnasandbox.journal.Journal;
import io.github.etnasandbox.world.ClockMode;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.RateLimiting;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set, one row each: a flag, and the environment variable that mirrors it.
 */
enum Option {
    PORT(
            "--port",
            "PORT",
            "port to listen on, 0 for any free one [6303]",
            config((config, text) -> config.withPort(Values.port(text)))),
    HOST(
            "--host",
            "ADDRESS",
            "address to bind; beyond loopback a control key is needed [127.0.0.1]",
            config((config, text) -> config.withHost(Values.host(text)))),
    FIXTURES(
            "--fixtures",
            "DIR|NAME",
            "a folder, or the name of a packaged set [docs]",
            config((config, text) -> config.withFixtures(Values.fixtures(text)))),
    DIALECT(
            "--dialect",
            "NAME",
            "answer like " + Values.choice(Dialect.class) + " [seed]",
            config((config, text) -> config.withDialect(Values.constant("dialect", Dialect.class, text)))),
    CLOCK(
            "--clock",
            "MODE",
            Values.choice(ClockMode.class) + ", from the fixtures' instant [frozen]",
            config((config, text) -> config.withClock(Values.constant("clock", ClockMode.class, text)))),
    TOKEN_LIFETIME(
            "--token-lifetime",
            "DURATION",
            "how long an issued token lives [PT24H]",
            config((config, text) -> config.withTokenLifetime(Values.duration(text)))),
    RATE_LIMITS(
            "--rate-limits",
            "WHEN",
            Values.choice(RateLimiting.class) + ": only so many requests a minute [dialect]",
            config((config, text) ->
                    config.withRateLimits(Values.constant("rate limiting", RateLimiting.class, text)))),
    JOURNAL_BYTES(
            "--journal-bytes",
            "BYTES",
            "how much of the last requests each world keeps, 0 for nothing [" + Journal.DEFAULT_BYTES + "]",
            config((config, text) -> config.withJournalBytes(Values.bytes(text)))),
    CONTROL_KEY(
            "--control-key",
            "KEY",
            "what control requests must send in Sandbox-Control-Key [nothing]",
            config(SandboxConfig::withControlKey)),
    NO_REASONS(
            "--no-reasons",
            null,
            "leave the header Sandbox-Reason out of refusals",
            config((config, text) -> config.withReasons(!Values.yes(text)))),
    QUIET(
            "--quiet",
            null,
            "print the API's URL and nothing else",
            (arguments, text) -> arguments.withQuiet(Values.yes(text)));

    private final String flag;
    private final @Nullable String operand;
    private final String effect;

    @SuppressWarnings("ImmutableEnumChecker") // none of the functions above holds anything
    private final BiFunction<Arguments, String, Arguments> setting;

    Option(String flag, @Nullable String operand, String effect, BiFunction<Arguments, String, Arguments> setting) {
        this.flag = flag;
        this.operand = operand;
        this.effect = effect;
        this.setting = setting;
    }

    private static BiFunction<Arguments, String, Arguments> config(
            BiFunction<SandboxConfig, String, SandboxConfig> setting) {
        return (arguments, text) -> arguments.with(setting.apply(arguments.config(), text));
    }

    static Optional<Option> ofFlag(String flag) {
        return Arrays.stream(values())
                .filter(option -> option.flag.equals(flag))
                .findFirst();
    }

    String flag() {
        return flag;
    }

    /** The environment variable that is read where the flag is not given. */
    String variable() {
        return "ETNA_SANDBOX_" + name();
    }

    /** What stands behind the flag; empty when nothing does. */
    Optional<String> operand() {
        return Optional.ofNullable(operand);
    }

    /** What it is good for, and in brackets what holds without it. */
    String effect() {
        return effect;
    }

    /**
     * Puts a value into arguments.
     *
     * @throws IllegalArgumentException saying what would be right, when the value is not
     */
    Arguments set(Arguments arguments, String text) {
        return setting.apply(arguments, text);
    }
}
