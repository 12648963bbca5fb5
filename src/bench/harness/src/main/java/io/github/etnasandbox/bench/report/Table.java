package io.github.etnasandbox.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A Markdown table: a column of labels, then columns of numbers. */
public final class Table {
    private final List<String> lines = new ArrayList<>();

    Table(List<String> columns) {
        lines.add("| | " + String.join(" | ", columns) + " |");
        lines.add("|---|" + "---:|".repeat(columns.size()));
    }

    /** Adds a row; NaN leaves its cell empty. */
    public void row(String label, double... values) {
        StringBuilder line = new StringBuilder("| ").append(label).append(" |");
        for (double value : values) {
            line.append(' ').append(cell(value)).append(" |");
        }
        lines.add(line.toString());
    }

    String markdown() {
        return String.join("\n", lines) + "\n";
    }

    /** Three significant digits where there is a fraction, whole numbers above that. */
    private static String cell(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        int decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value).replace(',', ' ');
    }
}
