package io.github.etnasandbox.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A snippet that is right passes, and one that is wrong does not. */
@SandboxTest
@Execution(ExecutionMode.SAME_THREAD)
class SnippetsTest {
    private static final Path SAMPLES = Path.of("src/test/resources/io/github/etnasandbox/docs");

    @TempDir
    static Path folder;

    @Test
    void a_snippet_of_markdown_is_a_fenced_block() throws IOException {
        Path file = SAMPLES.resolve("right.md");

        assertThat(Snippets.ofMarkdown(file))
                .contains(new Snippet(
                        file,
                        21,
                        "# Snippets that are right",
                        "bash",
                        "",
                        "curl http://127.0.0.1:6303/sandbox/state\n"))
                .extracting(Snippet::language)
                .containsExactly("bash", "http", "bash", "text", "bash", "text", "bash", "java", "java", "java");
    }

    @Test
    void a_snippet_of_javadoc_is_code_in_a_pre_element() throws IOException {
        Path file = Path.of("src/main/java/io/github/etnasandbox/Sandbox.java");

        assertThat(Snippets.ofJavadoc(file)).singleElement().satisfies(snippet -> {
            assertThat(Files.readAllLines(file).get(snippet.line() - 1))
                    .isEqualTo(" * " + snippet.text().lines().findFirst().orElseThrow());
            assertThat(snippet.text())
                    .startsWith("try (Sandbox sandbox = Sandbox.start()) {\n")
                    .endsWith("\n}\n");
        });
    }

    @TestFactory
    Stream<DynamicTest> right_snippets_pass(World world) throws IOException {
        return testsOf("right.md", world);
    }

    @TestFactory
    Stream<DynamicTest> wrong_snippets_fail_and_say_where(World world) throws IOException {
        return testsOf("wrong.md", world)
                .map(test -> dynamicTest(
                        test.getDisplayName(),
                        () -> assertThat(catchThrowable(
                                        () -> test.getExecutable().execute()))
                                .isInstanceOf(AssertionError.class)
                                .hasMessageContaining("wrong.md:")));
    }

    private static Stream<DynamicTest> testsOf(String name, World world) throws IOException {
        List<Snippet> snippets = Snippets.ofMarkdown(SAMPLES.resolve(name));
        String url = world.controlUrl().replaceFirst("/sandbox$", "");
        return Stream.concat(DocumentTests.ofCommands(snippets, url), DocumentTests.ofJava(snippets, folder));
    }
}
