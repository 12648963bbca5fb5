package io.github.etnasandbox.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * A Java snippet: a whole class, whose tests are run if it has any, or statements, which are run as a test. One that imports
 * nothing may use what a reader imports without thinking; one that has imports is compiled as it stands.
 */
record JavaSnippet(Snippet snippet) {
    private static final Pattern CLASS = Pattern.compile(
            "^(?:(?:public|final|abstract) )*(?:class|interface|record|enum) (\\w+)", Pattern.MULTILINE);

    private static final String IMPORTS = Stream.of(
                    "java.net.*",
                    "java.net.http.*",
                    "java.nio.file.*",
                    "java.time.*",
                    "java.util.*",
                    "io.github.etnasandbox.*",
                    "io.github.etnasandbox.fixture.*",
                    "io.github.etnasandbox.journal.*",
                    "io.github.etnasandbox.junit.*",
                    "io.github.etnasandbox.order.*",
                    "io.github.etnasandbox.order.Order", // not JUnit's
                    "io.github.etnasandbox.quote.*",
                    "io.github.etnasandbox.stage.*",
                    "io.github.etnasandbox.webhook.*",
                    "io.github.etnasandbox.world.*",
                    "kong.unirest.core.Unirest",
                    "org.junit.jupiter.api.*",
                    "org.junit.jupiter.api.extension.*",
                    "static org.assertj.core.api.Assertions.*")
            .map(name -> "import " + name + ";")
            .collect(Collectors.joining());

    /** Compiles the snippet into a folder and runs it; fails when either fails. */
    void check(Path classes) throws Exception {
        Matcher declaration = CLASS.matcher(snippet.text());
        if (declaration.find()) {
            compile(declaration.group(1), snippet.text(), classes);
            run(declaration.group(1), classes);
        } else {
            compile(
                    "Statements",
                    "class Statements { @Test void run() throws Exception {" + snippet.text() + "}}",
                    classes);
            run("Statements", classes);
        }
    }

    private void compile(String className, String text, Path classes) {
        // All that is added stands on lines before the snippet's second, so that compiler and stack traces count lines
        // as the document does.
        String source = "\n".repeat(snippet.line() - 1) + (text.contains("import ") ? "" : IMPORTS) + text;
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///" + className + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        List<String> options =
                List.of("-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        boolean compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, diagnostics, options, null, List.of(file))
                .call();
        assertThat(compiled)
                .as(() -> diagnostics.getDiagnostics().stream()
                        .map(each -> snippet.file() + ":" + each.getLineNumber() + ": " + each.getMessage(Locale.ROOT))
                        .collect(Collectors.joining("\n")))
                .isTrue();
    }

    private void run(String className, Path classes) throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            List<Throwable> failures = EngineTestKit.engine("junit-jupiter")
                    .selectors(selectClass(loader.loadClass(className)))
                    .execute()
                    .allEvents()
                    .failed()
                    .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                    .flatMap(result -> result.getThrowable().stream())
                    .toList();
            assertThat(failures).as(snippet.place()).isEmpty();
        }
    }
}
