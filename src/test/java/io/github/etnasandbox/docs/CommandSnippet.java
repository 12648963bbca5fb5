package io.github.etnasandbox.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A {@code bash} block that starts with curl, a {@code python} or a {@code javascript} block, and the {@code http},
 * {@code json} or {@code text} block right after it, if there is one, that shows what it prints. Other blocks are for reading.
 */
record CommandSnippet(Snippet commands, Optional<Snippet> shown) {
    /** The sandbox that documents speak of. */
    static final String DOCUMENTED_URL = "http://127.0.0.1:6303";

    /** Finds them among the blocks of a document. */
    static List<CommandSnippet> among(List<Snippet> snippets) {
        List<CommandSnippet> found = new ArrayList<>();
        for (int i = 0; i < snippets.size(); i++) {
            Snippet snippet = snippets.get(i);
            if (!launcher(snippet).isEmpty()) {
                Optional<Snippet> shown = snippets.stream()
                        .skip(i + 1L)
                        .findFirst()
                        .filter(snippet::isRightBefore)
                        .filter(next -> List.of("http", "json", "text").contains(next.language()));
                found.add(new CommandSnippet(snippet, shown));
            }
        }
        return found;
    }

    /** What runs a snippet, as its last argument; empty for one that is not run. */
    private static List<String> launcher(Snippet snippet) {
        return switch (snippet.language()) {
            case "bash" -> snippet.text().startsWith("curl ") ? List.of("bash", "-euo", "pipefail", "-c") : List.of();
            case "python" -> List.of("python3", "-c");
            case "javascript" -> List.of("node", "--input-type=module", "-e");
            default -> List.of();
        };
    }

    /** Runs the commands against the sandbox at a URL; fails when one of them does, or prints something else. */
    void check(String url) throws Exception {
        List<String> launcher = launcher(commands);
        Command.assumeInstalled(launcher.get(0), "its snippet");
        List<String> words = new ArrayList<>(launcher);
        words.add(commands.text().replace(DOCUMENTED_URL, url));
        Command command = Command.run(words.toArray(String[]::new));
        String printed = command.output().replace(url, DOCUMENTED_URL);

        assertThat(command.exitCode())
                .as("%s: exit code; it printed %s%s", commands.place(), printed, command.error())
                .isZero();
        shown.ifPresent(block -> check(block, printed));
    }

    private static void check(Snippet shown, String printed) {
        if (shown.language().equals("http")) {
            HttpText expected = HttpText.parse(shown.text());
            HttpText actual = HttpText.parse(printed);
            assertThat(actual.statusLine()).as(shown.place()).isEqualTo(expected.statusLine());
            assertThat(actual.headers()).as(shown.place()).containsExactlyInAnyOrderElementsOf(expected.headers());
            checkBody(shown, expected.body(), actual.body());
        } else {
            checkBody(shown, shown.text(), printed);
        }
    }

    /** An ellipsis stands for anything. */
    private static void checkBody(Snippet shown, String expected, String actual) {
        String pattern = Pattern.quote(expected.strip()).replace("…", "\\E.*\\Q");
        assertThat(actual.strip()).as(shown.place()).matches(Pattern.compile(pattern, Pattern.DOTALL));
    }
}
