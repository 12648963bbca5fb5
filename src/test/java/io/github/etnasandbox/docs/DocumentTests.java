package io.github.etnasandbox.docs;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.DynamicTest;

/** Makes a test of each snippet, named after its place. */
final class DocumentTests {
    private DocumentTests() {}

    /**
     * The commands of a document, for the sandbox at a URL. Those of a section build on each other, as they do for a reader;
     * each section begins with a reset.
     */
    static Stream<DynamicTest> ofCommands(List<Snippet> snippets, String url) {
        List<DynamicTest> tests = new ArrayList<>();
        String section = "";
        for (CommandSnippet command : CommandSnippet.among(snippets)) {
            Snippet snippet = command.commands();
            boolean first = !snippet.section().equals(section);
            section = snippet.section();
            tests.add(dynamicTest(snippet.place(), () -> {
                if (first) {
                    Unirest.post(url + "/sandbox/reset").asEmpty();
                }
                command.check(url);
            }));
        }
        return tests.stream();
    }

    /** The Java snippets of a document, each compiled into its own folder in the one given. */
    static Stream<DynamicTest> ofJava(List<Snippet> snippets, Path folder) {
        return snippets.stream()
                .filter(snippet ->
                        snippet.language().equals("java") && snippet.source().isEmpty())
                .map(snippet -> dynamicTest(
                        snippet.place(),
                        () -> new JavaSnippet(snippet).check(Files.createTempDirectory(folder, "snippet"))));
    }
}
