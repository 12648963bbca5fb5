package io.github.etnasandbox.cli;

import io.github.etnasandbox.SandboxConfig;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.json.Int32;
import io.github.etnasandbox.json.NearMiss;
import io.github.etnasandbox.json.Word;
import io.github.etnasandbox.world.ClockMode;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.RateLimiting;
import io.github.etnasandbox.world.WorldSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Everything that can be set, one row each: a flag, and the environment variable that mirrors it. */
enum Option {
    PORT("PORT", "port to listen on, 0 for any free one [6303]"),
    HOST("ADDRESS", "address to bind; beyond loopback a control key is needed [127.0.0.1]"),
    REPLAY("FILE", "play a repro file in the default world; the same as: replay FILE"),
    UNTIL("N", "of a repro file, play what comes before step N [all]"),
    FIXTURES("DIR|FILE|NAME", "a folder, a saved state, or the name of a packaged set [docs]"),
    DIALECT("NAME", "answer like " + choice(Dialect.class) + " [documented]"),
    CLOCK("MODE", choice(ClockMode.class) + ", from the fixtures' instant [frozen]"),
    TOKEN_LIFETIME("DURATION", "how long an issued token lives [PT24H]"),
    RATE_LIMITS("WHEN", choice(RateLimiting.class) + ": only so many requests a minute [dialect]"),
    JOURNAL_BYTES(
            "BYTES",
            "how much of the last requests each world keeps, 0 for nothing [" + WorldSettings.DEFAULTS.journalBytes()
                    + "]"),
    BODY_BYTES("BYTES", "the largest body of a control request [" + SandboxConfig.DEFAULTS.bodyBytes() + "]"),
    STORE("DIR", "keep worlds in this folder, and go on with those in it [memory alone]"),
    CONTROL_KEY("KEY", "what control requests must send in Sandbox-Control-Key [nothing]"),
    ALLOW_HOST("NAME", "a host name for control requests, such as host.docker.internal [none]"),
    CORS("ORIGIN|*", "let pages of this origin call the API from a browser, * is any [none]"),
    WEBHOOKS_ANYWHERE("", "send webhooks to any machine, not to loopback addresses only"),
    BEHIND_PROXY("", "believe the Forwarded headers of a proxy, for the links of pages"),
    NO_REASONS("", "leave the header Sandbox-Reason out of refusals"),
    LOG("WHEN", choice(Logging.class) + ": a line a request, on stderr [terminal]"),
    QUIET("", "print the API's URL and nothing else");

    /** What the names of all variables begin with. */
    static final String VARIABLES = "ETNA_SANDBOX_";

    private final String operand;
    private final String effect;

    Option(String operand, String effect) {
        this.operand = operand;
        this.effect = effect;
    }

    String flag() {
        return "--" + Word.of(this);
    }

    /** The environment variable that is read where the flag is not given. */
    String variable() {
        return VARIABLES + name();
    }

    /** What stands behind the flag; empty when nothing does. */
    String operand() {
        return operand;
    }

    /** What it is good for, and in brackets what holds without it. */
    String effect() {
        return effect;
    }

    /** Whether it says what worlds begin with or how they behave. */
    boolean isOfWorlds() {
        return switch (this) {
            case FIXTURES, DIALECT, CLOCK, TOKEN_LIFETIME, RATE_LIMITS, JOURNAL_BYTES, NO_REASONS -> true;
            default -> false;
        };
    }

    /** Puts a value into arguments; an IllegalArgumentException says what would be right, when the value is not. */
    Arguments set(Arguments arguments, String text) {
        SandboxConfig config = arguments.config();
        SandboxConfig changed = switch (this) {
            case PORT -> config.withPort(number(text, "port; 1 to 65535 are, and 0 for any free one"));
            case HOST -> config.withHost(host(text));
            case FIXTURES -> config.withFixtures(Fixtures.at(text));
            case DIALECT -> config.withDialect(dialect(text));
            case CLOCK -> config.withClock(constant("clock", ClockMode.class, text));
            case TOKEN_LIFETIME -> config.withSettings(each -> each.withTokenLifetime(duration(text)));
            case RATE_LIMITS ->
                config.withSettings(each -> each.withRateLimits(constant("rate limiting", RateLimiting.class, text)));
            case JOURNAL_BYTES ->
                config.withSettings(each ->
                        each.withJournalBytes(number(text, "number of bytes; 0 to " + Integer.MAX_VALUE + " are")));
            case BODY_BYTES ->
                config.withBodyBytes(number(text, "number of bytes; 1 to " + Integer.MAX_VALUE + " are"));
            case STORE -> config.withStore(text);
            case CONTROL_KEY -> config.withControlKey(text);
            case ALLOW_HOST -> config.withAllowedHost(text);
            case CORS -> config.withCors(text);
            case WEBHOOKS_ANYWHERE -> config.withWebhooksAnywhere(yes(text));
            case BEHIND_PROXY -> config.withBehindProxy(yes(text));
            case NO_REASONS -> config.withSettings(each -> each.withReasons(!yes(text)));
            case LOG, QUIET, REPLAY, UNTIL -> config;
        };
        return new Arguments(
                changed,
                this == QUIET ? yes(text) : arguments.quiet(),
                this == LOG ? constant("log", Logging.class, text) : arguments.logging(),
                this == FIXTURES ? hidden(Path.of(""), text) : arguments.warning(),
                this == REPLAY ? Path.of(text) : arguments.replay(),
                this == UNTIL ? step(text) : arguments.until());
    }

    private static int number(String text, String what) {
        return Int32.parse(text).orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no " + what));
    }

    private static int step(String text) {
        int step = number(text, "number of a step; 1 is the first");
        if (step < 1) {
            throw new IllegalArgumentException("'" + text + "' is no number of a step; 1 is the first");
        }
        return step;
    }

    private static String host(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("the host is blank; 127.0.0.1 is right for this machine alone");
        }
        return text;
    }

    /** Warns of a folder of fixtures that has the name of a packaged set. */
    static String hidden(Path here, String text) {
        return text.matches("[\\w-]+")
                        && Files.isRegularFile(here.resolve(text).resolve("orders.json"))
                        && !Fixtures.at(text).equals(Fixtures.folder(Path.of(text)))
                ? FIXTURES.flag() + " " + text + " is the packaged set; the folder of that name here is ./" + text
                : "";
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no ISO 8601 duration; PT24H is a day, PT90S are ninety seconds", e);
        }
    }

    private static boolean yes(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new IllegalArgumentException("'" + text + "' is neither true nor false");
        };
    }

    /** The dialect {@code documented} is also known by the name it had first. */
    private static Dialect dialect(String text) {
        return text.equalsIgnoreCase("seed") ? Dialect.DOCUMENTED : constant("dialect", Dialect.class, text);
    }

    private static <E extends Enum<E>> E constant(String what, Class<E> type, String text) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(
                "there is no " + what + " '" + text + "', but " + choice(type) + NearMiss.hint(text, words(type), ""));
    }

    /** "frozen, ticking or system". */
    private static <E extends Enum<E>> String choice(Class<E> type) {
        List<String> words = words(type);
        int last = words.size() - 1;
        return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    private static <E extends Enum<E>> List<String> words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Word::of).toList();
    }
}
