package io.github.etnasandbox.docs;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What became of a command of this machine.
 *
 * @param exitCode 0 for success
 * @param output its standard output, with line feeds only
 * @param error its standard error
 */
record Command(int exitCode, String output, String error) {

    static Command run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).start();
        process.getOutputStream().close();
        // One stream after the other will do: no command here fills the pipe of its standard error.
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Command(process.waitFor(), output.replace("\r\n", "\n"), error);
    }

    /** Skips a test whose tool is missing, but not in CI: there the missing tool fails it. */
    static void assumeInstalled(String tool, String what) {
        assumeTrue(isCi() || isInstalled(tool), tool + " is not installed, so " + what + " was not run");
    }

    /** Skips a test whose command lacked something and said so, but not in CI. */
    static void assumeComplete(Command command, String lacking) {
        assumeTrue(isCi() || !command.error().contains(lacking), lacking);
    }

    private static boolean isCi() {
        return "true".equals(System.getenv("CI"));
    }

    private static boolean isInstalled(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(tool)));
    }
}
