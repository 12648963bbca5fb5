package io.github.etnasandbox.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.order.CancelOutcome;
import io.github.etnasandbox.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The examples do what their page says. Where a language is not installed, only CI insists. */
@SandboxTest
class ExamplesIT {
    private static final Path FOLDER = Path.of("scripts/examples");
    private static final String CANCEL_REFUSED = "DELETE /api/v1.0/accounts/6303/orders/73552: expected 204, got 409";

    enum Example {
        CURL("curl", "bash", "order-life.sh"),
        PYTHON("python3", "python3", "order-life.py"),
        NODE("node", "node", "order-life.mjs"),
        JAVA("java", Path.of(System.getProperty("java.home"), "bin", "java").toString(), "OrderLife.java");

        private final String tool;
        private final String launcher;
        private final String file;

        Example(String tool, String launcher, String file) {
            this.tool = tool;
            this.launcher = launcher;
            this.file = file;
        }

        Command runIn(World world) throws IOException, InterruptedException {
            return run(tool, launcher, file, world);
        }
    }

    /** What a client has to cope with, in Python only. Each has a section of the page to itself. */
    enum ClientExample {
        LOST_REPLY("lost-reply.py", 3, "GET /api/v1.0/accounts/6303/orders/73552: expected Canceled, got Filled"),
        EXPIRED_TOKEN("expired-token.py", 5, CANCEL_REFUSED),
        ASYNCHRONOUS_CLIENT("asynchronous-client.py", 0, CANCEL_REFUSED);

        private final String file;
        private final int linesBeforeTheFill;
        private final String errorAfterTheFill;

        ClientExample(String file, int linesBeforeTheFill, String errorAfterTheFill) {
            this.file = file;
            this.linesBeforeTheFill = linesBeforeTheFill;
            this.errorAfterTheFill = errorAfterTheFill;
        }

        Command runIn(World world) throws IOException, InterruptedException {
            return run("python3", "python3", file, world);
        }

        String outputOnThePage() throws IOException {
            return outputBelow("### " + file);
        }
    }

    /** The application that watches its order by the stream. The package that Python needs is Debian's, and so is this Python. */
    @ParameterizedTest
    @CsvSource({"/usr/bin/python3, , stream.py", "node, --experimental-websocket, stream.mjs"})
    void an_application_that_listens_copes_with_a_lost_message(String tool, String flag, String file, World world)
            throws Exception {
        Command.assumeInstalled(tool, "its example");
        String baseUrl = world.controlUrl().replaceFirst("/sandbox$", "");
        String path = FOLDER.resolve(file).toString();

        Command command = flag == null ? Command.run(tool, path, baseUrl) : Command.run(tool, flag, path, baseUrl);

        Command.assumeComplete(command, "No module named 'websockets'");
        assertThat(command.error()).isEmpty();
        assertThat(command.output()).isEqualTo(outputBelow("### stream.py, stream.mjs"));
        assertThat(command.exitCode()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void an_example_prints_what_its_page_shows(Example example, World world) throws Exception {
        Command command = example.runIn(world);

        assertThat(command.error()).isEmpty();
        assertThat(command.output()).isEqualTo(outputOnThePage());
        assertThat(command.exitCode()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void an_example_stops_at_an_answer_it_does_not_expect(Example example, World world) throws Exception {
        world.nextCancel(CancelOutcome.FILL_FIRST);

        Command command = example.runIn(world);

        assertThat(command.exitCode()).isEqualTo(1);
        assertThat(command.output()).isEqualTo(firstLines(7, outputOnThePage()));
        assertThat(command.error())
                .startsWith("DELETE /api/v1.0/accounts/6303/orders/")
                .contains(": expected 204, got ")
                .contains("409")
                .contains("is Filled; only outstanding orders can be cancelled");
    }

    @ParameterizedTest
    @EnumSource
    void a_client_example_prints_what_its_section_shows(ClientExample example, World world) throws Exception {
        Command command = example.runIn(world);

        assertThat(command.error()).isEmpty();
        assertThat(command.output()).isEqualTo(example.outputOnThePage());
        assertThat(command.exitCode()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void a_client_example_stops_where_its_order_was_filled_first(ClientExample example, World world) throws Exception {
        world.nextCancel(CancelOutcome.FILL_FIRST);

        Command command = example.runIn(world);

        assertThat(command.exitCode()).isEqualTo(1);
        assertThat(command.output()).isEqualTo(firstLines(example.linesBeforeTheFill, example.outputOnThePage()));
        assertThat(command.error().strip()).isEqualTo(example.errorAfterTheFill);
    }

    private static Command run(String tool, String launcher, String file, World world)
            throws IOException, InterruptedException {
        Command.assumeInstalled(tool, "its example");
        String baseUrl = world.controlUrl().replaceFirst("/sandbox$", "");
        return Command.run(launcher, FOLDER.resolve(file).toString(), baseUrl);
    }

    private static String outputOnThePage() throws IOException {
        return outputBelow("# Examples");
    }

    private static String outputBelow(String heading) throws IOException {
        Path page = FOLDER.resolve("README.md");
        int line = Files.readAllLines(page).indexOf(heading) + 1;
        assertThat(line).as("the line of %s", heading).isPositive();
        return Snippets.ofMarkdown(page).stream()
                .filter(snippet -> snippet.line() > line && snippet.language().equals("text"))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static String firstLines(int count, String text) {
        return text.lines().limit(count).map(line -> line + "\n").collect(Collectors.joining());
    }
}
