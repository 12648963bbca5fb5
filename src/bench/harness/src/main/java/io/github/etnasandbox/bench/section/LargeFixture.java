package io.github.etnasandbox.bench.section;

import io.github.etnasandbox.bench.Candidate;
import io.github.etnasandbox.bench.ChildJvm;
import io.github.etnasandbox.bench.Options;
import io.github.etnasandbox.bench.report.Findings;
import io.github.etnasandbox.bench.report.Table;
import java.io.IOException;
import java.util.List;

/** How long a large fixture takes to load, and how much of the heap it keeps. */
public final class LargeFixture implements Section {
    private static final List<String> FIELDS = List.of("interpreted", "all");

    @Override
    public char letter() {
        return 'e';
    }

    @Override
    public String title() {
        return "a large fixture";
    }

    @Override
    public void measure(Options options, Findings findings) throws IOException {
        int orders = options.pick(1_000_000, 50_000);
        int rounds = options.rounds(3, 1);
        Samples<String> mebibytes = new Samples<>();
        Samples<String> seconds = new Samples<>();
        Samples<String> bytesAnOrder = new Samples<>();
        for (String fields : FIELDS) {
            try (GeneratedFixture fixture = GeneratedFixture.of(orders, fields)) {
                mebibytes.add(fields, fixture.bytes() / (1 << 20));
                for (int round = 0; round < rounds; round++) {
                    try (ChildJvm jvm = Candidate.OURS.startMain("FixtureLoad", fixture.folder())) {
                        seconds.add(fields, jvm.number() / 1e9);
                        bytesAnOrder.add(fields, jvm.number() / orders);
                    }
                }
            }
        }
        Table table = findings.table(List.of("interpreted fields only", "all documented fields"));
        row(table, "files, MiB", mebibytes);
        row(table, "load in a fresh JVM, s", seconds);
        row(table, "heap kept, bytes an order", bytesAnOrder);
        findings.remark(orders + " orders; medians of " + rounds
                + " JVMs. The heap is what System.gc() leaves while the seed is held, less what it leaves before.");
        findings.aimAtMost("an order without uninterpreted fields", 400, bytesAnOrder.median(FIELDS.get(0)), " bytes");
    }

    private static void row(Table table, String label, Samples<String> samples) {
        table.row(label, FIELDS.stream().mapToDouble(samples::median).toArray());
    }
}
