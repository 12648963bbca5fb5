package io.github.etnasandbox.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.order.CancelOutcome;
import io.github.etnasandbox.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The examples do what their page says. Where a language is not installed, only CI insists. */
@SandboxTest
class ExamplesTest {
    private static final Path FOLDER = Path.of("scripts/examples");

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
            boolean ci = "true".equals(System.getenv("CI"));
            assumeTrue(ci || Command.isInstalled(tool), tool + " is not installed, so its example was not run");
            String baseUrl = world.controlUrl().replaceFirst("/sandbox$", "");
            return Command.run(launcher, FOLDER.resolve(file).toString(), baseUrl);
        }
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
        assertThat(command.output())
                .isEqualTo(outputOnThePage().lines().limit(7).collect(Collectors.joining("\n", "", "\n")));
        assertThat(command.error())
                .startsWith("DELETE /api/v1.0/accounts/6303/orders/")
                .contains(": expected 204, got ")
                .contains("409")
                .contains("is Filled; only outstanding orders can be cancelled");
    }

    private static String outputOnThePage() throws IOException {
        return Snippets.ofMarkdown(FOLDER.resolve("README.md")).stream()
                .filter(snippet -> snippet.language().equals("text"))
                .findFirst()
                .orElseThrow()
                .text();
    }
}
