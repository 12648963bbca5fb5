package io.github.etnasandbox.docs;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Makes a test of each snippet, named after its place. */
final class DocumentTests {
    private DocumentTests() {}

    /** The curl commands of a document, for the sandbox at a URL; they build on each other, as they do for a reader. */
    static Stream<DynamicTest> ofCommands(List<Snippet> snippets, String url) {
        return CurlSnippet.among(snippets).stream()
                .map(curl -> dynamicTest(curl.commands().place(), () -> curl.check(url)));
    }

    /** The Java snippets of a document, each compiled into its own folder in the one given. */
    static Stream<DynamicTest> ofJava(List<Snippet> snippets, Path folder) {
        return snippets.stream()
                .filter(snippet -> snippet.language().equals("java"))
                .map(snippet -> dynamicTest(
                        snippet.place(),
                        () -> new JavaSnippet(snippet).check(Files.createTempDirectory(folder, "snippet"))));
    }
}
