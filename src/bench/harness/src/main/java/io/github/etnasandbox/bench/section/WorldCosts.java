package io.github.etnasandbox.bench.section;

import io.github.etnasandbox.bench.Candidate;
import io.github.etnasandbox.bench.ChildJvm;
import io.github.etnasandbox.bench.Options;
import io.github.etnasandbox.bench.report.Findings;
import io.github.etnasandbox.bench.report.Table;
import java.util.List;

/** What it costs to begin anew or where one was, and whether that depends on how much there is. */
public final class WorldCosts implements Section {
    private static final List<Integer> SIZES = List.of(10, 10_000, 1_000_000);

    @Override
    public char letter() {
        return 'c';
    }

    @Override
    public String title() {
        return "a fresh world, a reset and a restored snapshot after a cancel";
    }

    @Override
    public void measure(Options options, Findings findings) {
        Samples<String> micros = new Samples<>();
        int rounds = options.rounds(9, 3);
        try (ChildJvm jvm = Candidate.OURS.startMain("OurWorlds", rounds)) {
            read(jvm, rounds * SIZES.size(), List.of("fresh", "reset", "snapshot", "restore"), micros);
        }
        int stubs = options.pick(10_000, 1_000);
        try (ChildJvm jvm = Candidate.WIREMOCK.startMain("WireMockReset", stubs)) {
            read(jvm, 2, List.of("wiremock", "wiremock again"), micros);
        }

        Table table = findings.table(List.of("10 orders", "10 000", "1 000 000"));
        row(table, "etna-sandbox: fresh world, µs", "fresh", micros);
        row(table, "etna-sandbox: reset, µs", "reset", micros);
        row(table, "etna-sandbox: snapshot, µs", "snapshot", micros);
        row(table, "etna-sandbox: restore, µs", "restore", micros);
        Table theirs = findings.table(List.of("10 stubs", stubs + " stubs"));
        theirs.row("WireMock: resetAll, µs", micros.median("wiremock 10"), micros.median("wiremock " + stubs));
        theirs.row(
                "WireMock: stubbing again, µs",
                micros.median("wiremock again 10"),
                micros.median("wiremock again " + stubs));
        findings.remark(
                "Medians of many calls in a warm JVM; what precedes a reset or a restore is one cancel, at WireMock one request"
                        + " over HTTP. WireMock's nearest to a fresh world is a new server, see (b).");
        for (String what : List.of("fresh", "reset", "snapshot", "restore")) {
            double smallest = micros.median(what + " " + SIZES.get(0));
            double largest = micros.median(what + " " + SIZES.get(SIZES.size() - 1));
            findings.aimAtMost(what, what.equals("fresh") ? 50 : 5, largest, " µs");
            findings.aimAtMost(what + ", 1 000 000 orders ÷ 10 orders", 2, largest / smallest, "");
        }
    }

    /** Each line holds a size and then a figure for each name. */
    private static void read(ChildJvm jvm, int lines, List<String> names, Samples<String> micros) {
        for (int line = 0; line < lines; line++) {
            String[] columns = jvm.report().split(" ");
            for (int i = 0; i < names.size(); i++) {
                micros.add(names.get(i) + " " + columns[0], Double.parseDouble(columns[i + 1]));
            }
        }
    }

    private static void row(Table table, String label, String what, Samples<String> micros) {
        table.row(
                label,
                SIZES.stream()
                        .mapToDouble(size -> micros.median(what + " " + size))
                        .toArray());
    }
}
