package io.github.etnasandbox.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What the documents say, happens. */
class DocumentationIT {
    private static final Path README = Path.of("README.md");

    @TempDir
    static Path folder;

    /** A fence with a misspelt language would leave its snippet unchecked. */
    @Test
    void the_readme_has_commands_and_java() throws IOException {
        List<Snippet> snippets = Snippets.ofMarkdown(README);

        assertThat(CurlSnippet.among(snippets)).isNotEmpty();
        assertThat(snippets)
                .extracting(Snippet::language)
                .contains("java")
                .isSubsetOf("bash", "http", "java", "json", "shell", "text", "xml", "");
    }

    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD)
    Stream<DynamicTest> commands_of_the_readme_print_what_it_shows() throws IOException {
        Sandbox sandbox = Sandbox.start();
        String url = "http://127.0.0.1:" + sandbox.port();
        return DocumentTests.ofCommands(Snippets.ofMarkdown(README), url).onClose(sandbox::close);
    }

    @TestFactory
    Stream<DynamicTest> java_of_the_readme_works() throws IOException {
        return DocumentTests.ofJava(Snippets.ofMarkdown(README), folder);
    }

    @TestFactory
    Stream<DynamicTest> java_in_javadoc_works() throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                snippets.addAll(Snippets.ofJavadoc(file));
            }
        }
        assertThat(snippets).isNotEmpty();
        return DocumentTests.ofJava(snippets, folder);
    }
}
