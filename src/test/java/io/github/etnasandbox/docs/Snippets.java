package io.github.etnasandbox.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the code out of documents. */
final class Snippets {
    private static final Pattern FENCE = Pattern.compile("```(\\w*) ?(.*)");
    private static final Pattern HEADING = Pattern.compile("##? .*");

    private Snippets() {}

    /** The fenced code blocks of a Markdown file, in its order. */
    static List<Snippet> ofMarkdown(Path file) {
        List<String> lines = linesOf(file);
        List<Snippet> snippets = new ArrayList<>();
        String section = "";
        for (int i = 0; i < lines.size(); i++) {
            Matcher opening = FENCE.matcher(lines.get(i));
            if (HEADING.matcher(lines.get(i)).matches()) {
                section = lines.get(i);
            } else if (opening.matches()) {
                int end = indexOf("```", lines, i + 1);
                snippets.add(new Snippet(
                        file, i + 2, section, opening.group(1), opening.group(2), text(lines.subList(i + 1, end))));
                i = end;
            }
        }
        return snippets;
    }

    /** The code in the Javadoc comments of a Java file: what stands in a {@literal @code} tag inside a pre element. */
    static List<Snippet> ofJavadoc(Path file) {
        List<String> lines = linesOf(file).stream()
                .map(line -> line.replaceFirst("^ *\\* ?", ""))
                .toList();
        List<Snippet> snippets = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).equals("<pre>{@code")) {
                int end = indexOf("}</pre>", lines, i + 1);
                snippets.add(new Snippet(file, i + 2, "", "java", "", text(lines.subList(i + 1, end))));
                i = end;
            }
        }
        return snippets;
    }

    private static List<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int indexOf(String line, List<String> lines, int from) {
        int index = lines.subList(from, lines.size()).indexOf(line);
        return index < 0 ? lines.size() : from + index;
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
