package io.github.etnasandbox.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.github.etnasandbox.journal.Exchange.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which rows an application has met, and how often.
 *
 * @param met how many of the rows were met
 * @param total how many rows there are
 * @param percent met by total in percent, rounded down
 * @param rows the rows, in the order of the catalogue
 */
public record Coverage(int met, int total, int percent, List<Line> rows) {
    /** Who met a row outside of a test's own world. */
    static final String NOBODY = "";

    /**
     * A row and how often it was met. Its name, status, trigger, provenance and source are the rule's.
     *
     * @param status null for an incident
     * @param tests how often by which test, class and method
     * @param provoke how to meet it, when it never was
     */
    @JsonInclude(Include.NON_EMPTY)
    public record Line(
            String name,
            @Nullable Integer status,
            String trigger,
            String provenance,
            String source,

            @JsonInclude(Include.ALWAYS) long count,
            SortedMap<String, Long> tests,
            @Nullable String provoke) {

        static Line of(Row row, Map<String, Long> by) {
            Rule rule = row.rule();
            SortedMap<String, Long> tests = new TreeMap<>(by);
            tests.remove(NOBODY);
            long count = by.values().stream().mapToLong(Long::longValue).sum();
            return new Line(
                    rule.name(),
                    rule.status() == 0 ? null : rule.status(),
                    rule.trigger(),
                    rule.provenance(),
                    rule.source(),
                    count,
                    Collections.unmodifiableSortedMap(tests),
                    count == 0 ? row.recipe().toString() : null);
        }

        /** Its name, and its status if it has one. */
        String title() {
            return status == null ? name : status + " " + name;
        }
    }

    /** Of what was met by nobody in particular. */
    public static Coverage of(List<Row> catalogue, Map<Row, Long> counts) {
        return ofTests(
                catalogue,
                counts.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, count -> Map.of(NOBODY, count.getValue()))));
    }

    /** What was met and is not in the catalogue comes last: a setting may overrule a dialect. */
    static Coverage ofTests(List<Row> catalogue, Map<Row, Map<String, Long>> counts) {
        Set<Row> rows = new LinkedHashSet<>(catalogue);
        counts.keySet().stream()
                .sorted(Comparator.comparing(row -> row.rule().name()))
                .forEach(rows::add);
        List<Line> lines = new ArrayList<>();
        for (Row row : rows) {
            lines.add(Line.of(row, counts.getOrDefault(row, Map.of())));
        }
        int met = (int) lines.stream().filter(line -> line.count() > 0).count();
        return new Coverage(met, lines.size(), lines.isEmpty() ? 0 : 100 * met / lines.size(), List.copyOf(lines));
    }

    /** Spelt in one line, for a person. */
    public String summary() {
        return met + " of " + total + " rows met, " + percent + " %";
    }

    /** Spelt for a terminal: what was met, by whom, and what never was. */
    String text() {
        StringBuilder text = new StringBuilder(summary()).append("\n\nmet\n");
        for (Line line : rows) {
            if (line.count() > 0) {
                text.append(counted(8, line.count(), line.title() + ": " + line.trigger()));
                line.tests().forEach((test, times) -> text.append(counted(16, times, test)));
            }
        }
        text.append("\nnever met\n");
        for (Line line : rows) {
            if (line.count() == 0) {
                text.append("          ").append(line.title()).append(": ").append(line.trigger());
                text.append("\n            ").append(line.provoke()).append('\n');
            }
        }
        return text.toString();
    }

    private static String counted(int width, long count, String what) {
        String number = Long.toString(count);
        return " ".repeat(Math.max(0, width - number.length())) + number + "  " + what + "\n";
    }
}
