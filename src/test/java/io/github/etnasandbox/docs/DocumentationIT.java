package io.github.etnasandbox.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;

import io.github.etnasandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What the documents say, happens. */
class DocumentationIT {
    private static final List<Path> DOCUMENTS = documents();

    @TempDir
    static Path folder;

    private static final Set<String> LANGUAGES = Set.of(
            "",
            "bash",
            "bat",
            "csharp",
            "dockerfile",
            "go",
            "http",
            "java",
            "javascript",
            "json",
            "kotlin",
            "python",
            "shell",
            "text",
            "xml",
            "yaml");

    /** A link into this project, without its fragment. */
    private static final Pattern LINK = Pattern.compile("]\\((?!http)([^)#]+)(?:#[^)]*)?\\)");

    private static List<Path> documents() {
        try (Stream<Path> pages = Files.list(Path.of("docs"))) {
            return Stream.concat(
                            Stream.of(Path.of("README.md")),
                            pages.filter(Files::isRegularFile).sorted())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a document had none of something, what is checked of it could not fail. */
    @Test
    void the_documents_have_all_that_is_checked_of_them() throws IOException {
        List<Snippet> readme = Snippets.ofMarkdown(Path.of("README.md"));
        assertThat(CommandSnippet.among(readme)).isNotEmpty();
        assertThat(readme).extracting(Snippet::language).contains("java");
        assertThat(Files.readString(Path.of("README.md"))).containsPattern(LINK);
        assertThat(Snippets.ofMarkdown(Path.of("docs/junit.md")))
                .anyMatch(snippet -> !snippet.source().isEmpty());
        assertThat(CommandSnippet.among(Snippets.ofMarkdown(Path.of("docs/clients.md"))))
                .extracting(command -> command.commands().language())
                .contains("python", "javascript");
    }

    /** A fence with a misspelt language would leave its snippet unchecked. */
    @ParameterizedTest
    @FieldSource("DOCUMENTS")
    void a_document_has_snippets_of_known_languages_only(Path document) throws IOException {
        assertThat(Snippets.ofMarkdown(document)).extracting(Snippet::language).isSubsetOf(LANGUAGES);
    }

    /** What a test here cannot run, such as a test of a Spring application, is run where it is taken from. */
    @ParameterizedTest
    @FieldSource("DOCUMENTS")
    void a_snippet_that_names_a_file_is_a_part_of_it(Path document) {
        assertThat(Snippets.ofMarkdown(document))
                .filteredOn(snippet -> !snippet.source().isEmpty())
                .allSatisfy(snippet ->
                        assertThat(Path.of(snippet.source())).content().contains(snippet.text()));
    }

    @ParameterizedTest
    @FieldSource("DOCUMENTS")
    void a_document_links_to_files_that_are_there(Path document) throws IOException {
        assertThat(LINK.matcher(Files.readString(document)).results().map(link -> link.group(1)))
                .allSatisfy(link -> assertThat(document.resolveSibling(link)).exists());
    }

    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD)
    Stream<DynamicNode> commands_of_documents_print_what_they_show() {
        return DOCUMENTS.stream().map(document -> {
            Sandbox sandbox = Sandbox.start();
            String url = "http://127.0.0.1:" + sandbox.port();
            return dynamicContainer(
                    document.toString(),
                    DocumentTests.ofCommands(Snippets.ofMarkdown(document), url).onClose(sandbox::close));
        });
    }

    @TestFactory
    Stream<DynamicNode> java_of_documents_works() {
        return DOCUMENTS.stream()
                .map(document -> dynamicContainer(
                        document.toString(), DocumentTests.ofJava(Snippets.ofMarkdown(document), folder)));
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
