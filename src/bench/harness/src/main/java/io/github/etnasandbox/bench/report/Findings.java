package io.github.etnasandbox.bench.report;

import java.util.ArrayList;
import java.util.List;

/** What one section found: tables, remarks, and how it stands with the aims. */
public final class Findings {
    private final String title;
    private final List<Table> tables = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<Aim> aims = new ArrayList<>();

    /** Starts a section. */
    public Findings(char letter, String title) {
        this.title = "(" + letter + ") " + title;
    }

    /** Starts a table. */
    public Table table(List<String> columns) {
        Table table = new Table(columns);
        tables.add(table);
        return table;
    }

    /** Says how something was measured, below the tables. */
    public void remark(String sentence) {
        remarks.add(sentence);
    }

    /** States an aim that is met by the limit or less. */
    public void aimAtMost(String what, double limit, double measured, String unit) {
        aims.add(Aim.atMost(what, limit, measured, unit));
    }

    /** States an aim that is met by the limit or more. */
    public void aimAtLeast(String what, double limit, double measured, String unit) {
        aims.add(Aim.atLeast(what, limit, measured, unit));
    }

    /** The section as Markdown. */
    public String markdown() {
        StringBuilder text = new StringBuilder("\n## ").append(title).append('\n');
        for (Table table : tables) {
            text.append('\n').append(table.markdown());
        }
        if (!remarks.isEmpty()) {
            text.append('\n').append(String.join(" ", remarks)).append('\n');
        }
        if (!aims.isEmpty()) {
            text.append('\n');
        }
        for (Aim aim : aims) {
            text.append("- ")
                    .append(aim.met() ? "met" : "**missed**")
                    .append(": ")
                    .append(aim.what())
                    .append(", measured ")
                    .append(aim.reached())
                    .append('\n');
        }
        return text.toString();
    }
}
