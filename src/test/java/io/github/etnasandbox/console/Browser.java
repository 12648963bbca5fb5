package io.github.etnasandbox.console;

import io.github.etnasandbox.world.World;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A person with Debian's Chromium in front of a console. Every look at the page waits until it shows what is looked for. */
final class Browser implements AutoCloseable {
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;
    private String lastSeen = "";

    Browser(Path chromium, Path chromedriver) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.addArguments("--headless=new", "--disable-gpu", "--disable-dev-shm-usage");
        if ("root".equals(System.getProperty("user.name"))) {
            options.addArguments("--no-sandbox"); // without it Chromium does not run as root
        }
        options.addArguments("--disable-background-networking", "--disable-component-update", "--lang=en");
        SELENIUM.setLevel(Level.SEVERE); // it misses a protocol version that no test uses
        LoggingPreferences log = new LoggingPreferences();
        log.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, log);
        // With both paths said, Selenium looks for no driver in the network.
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.toFile())
                .usingAnyFreePort()
                .build();
        driver = new ChromeDriver(service, options);
    }

    /** Finds a program of this machine; null when it is not installed. */
    static @Nullable Path program(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    /** Goes to a world's console. */
    void open(World world, String query) {
        visit(world.controlUrl() + query);
    }

    void visit(String url) {
        driver.get(url);
        element(By.cssSelector(".app"));
    }

    void reload() {
        driver.navigate().refresh();
    }

    String address() {
        return driver.getCurrentUrl();
    }

    /** Has a page of its own for what is opened next; gives the page before. */
    String newTab() {
        String before = driver.getWindowHandle();
        driver.switchTo().newWindow(WindowType.TAB);
        return before;
    }

    void switchTo(String tab) {
        driver.switchTo().window(tab);
    }

    void closeTab(String goOnWith) {
        driver.close();
        driver.switchTo().window(goOnWith);
    }

    void width(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    void prefer(String colours) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
    }

    /** Presses the button, or follows the link, of that text. */
    void press(String text) {
        press("", text);
    }

    /** Presses one inside what has that accessible name. */
    void press(String region, String text) {
        retried(() -> {
            element(By.xpath(inside(region) + "//*[self::button or self::a or self::summary][normalize-space()='" + text
                            + "']"))
                    .click();
            return true;
        });
    }

    private static String inside(String region) {
        return region.isEmpty() ? "" : "//*[@aria-label='" + region + "' or @aria-labelledby='" + region + "']";
    }

    private By field(String region, String label) {
        return By.xpath(
                inside(region) + "//label[span='" + label + "']//*[self::input or self::select or self::textarea]");
    }

    void fill(String region, String label, String text) {
        retried(() -> {
            WebElement field = element(field(region, label));
            field.sendKeys(Keys.chord(Keys.CONTROL, "a"), text); // clear() would empty it without the page being told
            return true;
        });
    }

    void choose(String region, String label, String option) {
        retried(() -> {
            element(field(region, label))
                    .findElement(By.xpath("option[normalize-space()='" + option + "']"))
                    .click();
            return true;
        });
    }

    void enter() {
        keys(Keys.ENTER);
    }

    void keys(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Waits until the page, or a part of it, shows a text. */
    void see(String text) {
        see("main", text);
    }

    void see(String css, String text) {
        await(css + " shows '" + text + "'", () -> textOf(css).contains(text));
    }

    void seeNo(String css, String text) {
        await(css + " does not show '" + text + "'", () -> !textOf(css).contains(text));
    }

    /** Waits until the page has told something. */
    void hear(String text) {
        see("#message", text);
    }

    String textOf(String css) {
        lastSeen = retried(() -> driver.findElements(By.cssSelector(css)).stream()
                .map(WebElement::getText)
                .reduce("", (all, each) -> all + each + "\n"));
        return lastSeen;
    }

    int count(String css) {
        return driver.findElements(By.cssSelector(css)).size();
    }

    @Nullable Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    long number(String script) {
        return ((Number) Objects.requireNonNull(run("return " + script))).longValue();
    }

    void await(String what, Supplier<Boolean> condition) {
        try {
            while (!retried(condition)) {
                Thread.onSpinWait();
            }
        } catch (WebDriverException interrupted) { // by the test's time limit
            throw new AssertionError("it never was so: " + what + "\nlast seen: " + lastSeen, interrupted);
        }
    }

    private WebElement element(By by) {
        await("there is " + by, () -> driver.findElements(by).stream().anyMatch(WebElement::isDisplayed));
        return driver.findElements(by).stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(by.toString()));
    }

    /** The page may be drawn anew between a look and the next. */
    private static <T> T retried(Supplier<T> action) {
        for (int tries = 0; ; tries++) {
            try {
                return action.get();
            } catch (StaleElementReferenceException | NoSuchElementException again) {
                if (tries == 50) {
                    throw again;
                }
            }
        }
    }

    /** What axe-core finds wrong for people who cannot see the page, or not well. */
    List<String> accessibilityFindings() {
        driver.executeScript(resource("/axe.min.js"));
        @SuppressWarnings("unchecked") // the script makes it so
        List<String> found = (List<String>) Objects.requireNonNull(driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, { resultTypes: ['violations'] }).then(result => done(result.violations.map(each =>
                  `${each.id}: ${each.help}: ${each.nodes.map(node => node.html).slice(0, 3).join(' ')}`)));
                """));
        return found;
    }

    /** What the page has written to the browser's console; refused requests are written there by the browser itself. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getLevel() + " " + entry.getMessage())
                .filter(entry -> !entry.contains("Failed to load resource") || entry.contains("/sandbox/console/"))
                .toList();
    }

    void picture(Path file) {
        try {
            Picture.write(driver.getScreenshotAs(OutputType.BYTES), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Browser.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            driver.quit();
        } catch (WebDriverException gone) {
            // it is what was wanted
        }
    }
}
