package io.github.etnasandbox.cli;

import io.github.etnasandbox.Repro;
import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.SandboxConfig;
import io.github.etnasandbox.cli.Arguments.ArgumentException;
import io.github.etnasandbox.fixture.FixtureException;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.json.Version;
import io.github.etnasandbox.store.StoreException;
import io.github.etnasandbox.world.ClockMode;
import java.io.Console;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The command line. {@code --help} says what it takes. */
public final class Main {
    static final String HELP = "--help";
    static final String VERSION = "--version";

    /**
     * Jetty asks for every locale that the JVM has, which took a quarter of a start. With the value SPI there is only the
     * root one, and the sandbox uses no other.
     */
    private static final String LOCALE_PROVIDERS = "java.locale.providers";

    private static final int CANNOT_START = 1;
    private static final int BAD_ARGUMENTS = 2;

    private Main() {}

    /** What became of a command line. */
    sealed interface Outcome {
        /** A sandbox runs until it is closed. */
        record Running(Sandbox sandbox) implements Outcome {}

        /** Everything is said, and the process ends with this exit status. */
        record Ended(int exitStatus) implements Outcome {}
    }

    /** Starts a sandbox as the arguments and the environment say, and keeps it until the process is told to end. */
    public static void main(String[] args) throws InterruptedException {
        if (System.getProperty(LOCALE_PROVIDERS) == null) {
            System.setProperty(LOCALE_PROVIDERS, "SPI");
        }
        Outcome outcome = run(List.of(args), System.getenv(), System.out, System.err, isTerminalAttached());
        if (outcome instanceof Outcome.Ended ended) {
            System.exit(ended.exitStatus());
        }
        // The server's threads do not keep the JVM alive, so this one does. A signal ends the JVM without a word: there
        // is nothing to save, and the system frees the port.
        new CountDownLatch(1).await();
    }

    /**
     * Does what the arguments and the environment ask for, short of ending the process.
     *
     * @param atTerminal whether a person sees what is printed
     */
    static Outcome run(
            List<String> args, Map<String, String> environment, PrintStream out, PrintStream err, boolean atTerminal) {
        if (args.contains(HELP) || args.contains("-h")) {
            out.print(help());
            return new Outcome.Ended(0);
        }
        if (args.contains(VERSION)) {
            out.println("etna-sandbox " + Version.TEXT);
            return new Outcome.Ended(0);
        }
        try {
            return start(Arguments.parse(flags(args), environment), out, err, atTerminal);
        } catch (ArgumentException e) {
            err.println("etna-sandbox: " + e.getMessage() + "\n--help lists what there is");
            return new Outcome.Ended(BAD_ARGUMENTS);
        } catch (FixtureException | StoreException | UncheckedIOException e) {
            err.println("etna-sandbox: " + e.getMessage());
            return new Outcome.Ended(CANNOT_START);
        }
    }

    /** The arguments with flags alone: {@code replay FILE} is the one command that is none. */
    private static List<String> flags(List<String> args) {
        if (args.isEmpty() || !args.get(0).equals("replay")) {
            return args;
        }
        List<String> flags = new ArrayList<>(args);
        flags.set(0, Option.REPLAY.flag());
        return flags;
    }

    private static Outcome start(Arguments arguments, PrintStream out, PrintStream err, boolean atTerminal) {
        SandboxConfig config = arguments.config();
        if (!arguments.warning().isEmpty()) {
            err.println("etna-sandbox: " + arguments.warning());
        }
        boolean logs = switch (arguments.logging()) {
            case TERMINAL -> atTerminal && !arguments.quiet();
            case REQUESTS -> true;
            case NONE -> false;
        };
        if (logs) {
            config = config.withLog(RequestLog.to(err));
        }
        Repro repro = repro(arguments);
        if (repro != null) {
            config = config.withFixtures(repro.seed().source())
                    .withSettings(settings -> repro.settings().withClock(ClockMode.FROZEN));
        }
        Sandbox sandbox;
        try {
            sandbox =
                    Sandbox.start(atTerminal ? config.withFixtures(new ShownFixtures(config.fixtures(), err)) : config);
        } catch (IllegalArgumentException unguarded) {
            throw new ArgumentException(List.of(Option.HOST.flag() + ": " + unguarded.getMessage() + " ("
                    + Option.CONTROL_KEY.flag() + " KEY or " + Option.CONTROL_KEY.variable() + " sets one)"));
        }
        String replayed = repro == null
                ? ""
                : Replayed.of(String.valueOf(arguments.replay()), sandbox.replay(repro, sandbox.world()));
        out.print(
                arguments.quiet()
                        ? sandbox.world().apiUrl() + "\n"
                        : replayed + ReadyMessage.of(sandbox.world(), config.controlKey() != null));
        return new Outcome.Running(sandbox);
    }

    private static @Nullable Repro repro(Arguments arguments) {
        if (arguments.replay() == null) {
            return null;
        }
        try {
            Repro all = Repro.load(arguments.replay());
            return arguments.until() == 0 ? all : all.until(arguments.until());
        } catch (IllegalArgumentException none) {
            throw new ArgumentException(List.of(Option.REPLAY.flag() + ": " + none.getMessage()));
        }
    }

    /** Fixtures that show on a terminal how far their reading has come, in one line that is wiped out at the end. */
    private record ShownFixtures(Fixtures fixtures, PrintStream terminal) implements Fixtures {
        private static final String WIPE = "\r\033[K";

        @Override
        public Seed load(IntConsumer progress) {
            try {
                return fixtures.load(
                        soFar -> terminal.printf(Locale.ROOT, "%sreading fixtures: %,d orders", WIPE, soFar));
            } finally {
                terminal.print(WIPE);
            }
        }
    }

    @SuppressWarnings("SystemConsoleNull") // what it hints at is asked below
    private static boolean isTerminalAttached() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console); // Java 22 has consoles without one
        } catch (NoSuchMethodException olderJava) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private static String help() {
        StringBuilder text = new StringBuilder("""
                etna-sandbox: a stateful, deterministic fake of ETNA Trader's order API.
                It places no real orders and has no market.

                usage: sandbox [replay FILE] [FLAG [VALUE] | FLAG=VALUE]...

                """);
        for (Option option : Option.values()) {
            helpLine(text, option.flag() + " " + option.operand(), option.effect());
        }
        helpLine(text, HELP, "print this");
        helpLine(text, VERSION, "print the version");
        return text.append("""

                The environment mirrors the flags: %s for %s,
                %s=true for %s. Where both are given, the flag wins.
                Exit status: 2 for bad arguments, 1 when the sandbox cannot start.
                """.formatted(
                                Option.TOKEN_LIFETIME.variable(),
                                Option.TOKEN_LIFETIME.flag(),
                                Option.QUIET.variable(),
                                Option.QUIET.flag()))
                .toString();
    }

    private static void helpLine(StringBuilder text, String flag, String effect) {
        text.append(String.format(Locale.ROOT, "  %-26s %s%n", flag, effect));
    }
}
