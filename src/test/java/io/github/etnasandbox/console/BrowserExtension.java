package io.github.etnasandbox.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one browser of the test run, and has each of them end without a complaint in the browser's own console.
 * Where there is no browser they are skipped, but not in CI.
 */
final class BrowserExtension implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        List<String> missing = List.of("chromium", "chromedriver").stream()
                .filter(name -> Browser.program(name) == null)
                .toList();
        assumeTrue(
                missing.isEmpty() || "true".equals(System.getenv("CI")),
                () -> String.join(" and ", missing) + " not installed, so the console was not looked at");
        assertThat(missing).as("programs that are not installed").isEmpty();
    }

    private static Browser browser(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(
                        "browser", key -> new Browser(program("chromium"), program("chromedriver")), Browser.class);
    }

    private static Path program(String name) {
        return Objects.requireNonNull(Browser.program(name), name);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Browser browser = browser(context);
        browser.width(1280, 800);
        browser.prefer("light");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isEmpty()) {
            assertThat(browser(context).complaints()).isEmpty();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return browser(context);
    }
}
