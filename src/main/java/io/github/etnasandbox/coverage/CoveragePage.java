package io.github.etnasandbox.coverage;

import io.github.etnasandbox.coverage.Coverage.Line;
import io.github.etnasandbox.json.Printable;
import io.github.etnasandbox.json.Version;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A {@link Coverage} as one page that needs no script and no other file. */
public final class CoveragePage {
    private static final String STYLE = """
            :root { color-scheme: light dark; }
            body { font: 15px/1.5 system-ui, sans-serif; max-width: 72em; margin: 2em auto; padding: 0 1em; }
            table { border-collapse: collapse; margin-bottom: 2em; width: 100%; }
            caption { font-weight: bold; text-align: left; padding: 0.5em 0; }
            th, td { border: 1px solid #8884; padding: 0.2em 0.7em; text-align: left; vertical-align: top; }
            td { overflow-wrap: anywhere; }
            code { font-family: ui-monospace, monospace; }
            meter { width: 20em; max-width: 100%; }
            ul { margin: 0; padding-left: 1em; }
            """;

    /** What a server says with the page: nothing runs, nothing is loaded, and no other page may frame it. */
    public static final String POLICY = "default-src 'none'; style-src 'sha256-" + sha256(STYLE)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private CoveragePage() {}

    /**
     * Writes the page.
     *
     * @param of whose coverage it is, for the title
     */
    public static String html(Coverage coverage, String of) {
        String title = escaped("Answer coverage of " + of);
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width"/>
                <title>%s</title>
                <style>%s</style>
                </head>
                <body>
                <h1>%s</h1>
                <p><meter min="0" max="100" value="%d">%d %%</meter> %s</p>
                %s%s<p>etna-sandbox %s</p>
                </body>
                </html>
                """.formatted(
                title,
                STYLE,
                title,
                coverage.percent(),
                coverage.percent(),
                escaped(coverage.summary()),
                table(coverage, "Never met", "How to meet it", line -> line.count() == 0, CoveragePage::recipe),
                table(coverage, "Met", "How often, by which tests", line -> line.count() > 0, CoveragePage::tests),
                escaped(Version.TEXT));
    }

    private static String table(
            Coverage coverage, String caption, String column, Predicate<Line> wanted, Function<Line, String> last) {
        String rows = coverage.rows().stream()
                .filter(wanted)
                .map(line -> "<tr><th scope=\"row\"><code>" + escaped(line.title()) + "</code></th><td>"
                        + escaped(line.trigger()) + "</td><td>" + escaped(line.provenance()) + "</td><td>"
                        + last.apply(line) + "</td></tr>\n")
                .collect(Collectors.joining());
        return rows.isEmpty()
                ? ""
                : "<table>\n<caption>" + caption + "</caption>\n<thead><tr><th scope=\"col\">Row</th>"
                        + "<th scope=\"col\">When</th><th scope=\"col\">Known from</th><th scope=\"col\">" + column
                        + "</th></tr></thead>\n<tbody>\n" + rows + "</tbody>\n</table>\n";
    }

    private static String recipe(Line line) {
        return "<code>" + escaped(String.valueOf(line.provoke())) + "</code>";
    }

    private static String tests(Line line) {
        return line.count()
                + line.tests().entrySet().stream()
                        .map(test -> "<li>" + test.getValue() + " <code>" + escaped(test.getKey()) + "</code></li>")
                        .reduce((one, other) -> one + other)
                        .map(items -> "<ul>" + items + "</ul>")
                        .orElse("");
    }

    private static String escaped(String text) {
        return Printable.html(Printable.line(text));
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java platform has SHA-256", never);
        }
    }
}
