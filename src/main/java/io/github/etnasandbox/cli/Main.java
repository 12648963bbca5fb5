package io.github.etnasandbox.cli;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.SandboxConfig;
import io.github.etnasandbox.fixture.FixtureException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * The command line. {@code --help} says what it takes.
 */
public final class Main {
    /** Flags that ask for an answer in place of a sandbox, whatever else is given. */
    static final List<String> QUESTIONS = List.of("--help", "--version");

    private static final int CANNOT_START = 1;
    private static final int BAD_ARGUMENTS = 2;

    private Main() {}

    /**
     * Starts a sandbox as the arguments and the environment say, and keeps it until the process is told to end.
     *
     * <p>Exits with status 2 when an argument is wrong, and with 1 when the sandbox cannot start.
     *
     * @throws InterruptedException when something in this JVM interrupts the calling thread
     */
    public static void main(String[] args) throws InterruptedException {
        Outcome outcome = run(List.of(args), System.getenv(), System.out, System.err);
        if (outcome instanceof Outcome.Ended ended) {
            System.exit(ended.exitStatus());
        }
        // The server's threads do not keep the JVM alive. A signal ends it without a word: there is nothing to save,
        // and
        // the system frees the port.
        new CountDownLatch(1).await();
    }

    /** Does what the arguments and the environment ask for, short of ending the process. */
    static Outcome run(List<String> args, Map<String, String> environment, PrintStream out, PrintStream err) {
        if (args.contains("--help") || args.contains("-h")) {
            out.print(Help.text());
            return new Outcome.Ended(0);
        }
        if (args.contains("--version")) {
            out.println("etna-sandbox " + version());
            return new Outcome.Ended(0);
        }
        try {
            return start(Arguments.parse(args, environment), out, err);
        } catch (ArgumentException e) {
            err.println("etna-sandbox: " + e.getMessage() + "\n--help lists what there is");
            return new Outcome.Ended(BAD_ARGUMENTS);
        } catch (FixtureException | UncheckedIOException e) {
            err.println("etna-sandbox: " + e.getMessage());
            return new Outcome.Ended(CANNOT_START);
        }
    }

    private static Outcome start(Arguments arguments, PrintStream out, PrintStream err) {
        SandboxConfig config = arguments.config();
        Sandbox sandbox;
        try {
            sandbox = Sandbox.start(
                    Terminal.isAttached() ? config.withFixtures(new ShownFixtures(config.fixtures(), err)) : config);
        } catch (IllegalArgumentException unguarded) {
            throw new ArgumentException(List.of(Option.HOST.flag() + ": " + unguarded.getMessage() + " ("
                    + Option.CONTROL_KEY.flag() + " KEY or " + Option.CONTROL_KEY.variable() + " sets one)"));
        }
        out.print(
                arguments.quiet()
                        ? sandbox.world().apiUrl() + "\n"
                        : ReadyMessage.of(sandbox.world(), config.controlKey() != null));
        return new Outcome.Running(sandbox);
    }

    static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
