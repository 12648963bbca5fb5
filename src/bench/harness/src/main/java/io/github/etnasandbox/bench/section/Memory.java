package io.github.etnasandbox.bench.section;

import io.github.etnasandbox.bench.Candidate;
import io.github.etnasandbox.bench.ChildJvm;
import io.github.etnasandbox.bench.Options;
import io.github.etnasandbox.bench.load.LoadClient;
import io.github.etnasandbox.bench.load.OrderIds;
import io.github.etnasandbox.bench.report.Findings;
import io.github.etnasandbox.bench.subject.CancelRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** How much of the heap a server keeps after many requests: a journal must not grow for ever. */
public final class Memory implements Section {
    private static final int CONNECTIONS = 16;
    private static final int ORDERS = 1_000;
    private static final int FEW = 10_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Override
    public char letter() {
        return 'h';
    }

    @Override
    public String title() {
        return "heap in use after many requests";
    }

    @Override
    public void measure(Options options, Findings findings) throws IOException {
        int more = options.pick(200_000, 20_000);
        int most = options.pick(1_000_000, 50_000);
        Samples<Candidate> afterFew = new Samples<>();
        Samples<Candidate> afterMore = new Samples<>();
        Samples<Candidate> afterMost = new Samples<>();
        for (Candidate candidate : Candidate.AS_THEY_COME) {
            try (ChildJvm jvm = candidate.start("serve", ORDERS)) {
                int port = (int) jvm.number();
                cancel(port, ORDERS, 204);
                int expected = candidate == Candidate.OURS ? 409 : 204; // the others know no orders
                cancel(port, FEW - ORDERS, expected);
                afterFew.add(candidate, mebibytes(jvm));
                cancel(port, more - FEW, expected);
                afterMore.add(candidate, mebibytes(jvm));
                if (candidate == Candidate.OURS) {
                    cancel(port, most - more, expected);
                    afterMost.add(candidate, mebibytes(jvm));
                }
            }
        }
        Comparison comparison = new Comparison(findings, Candidate.AS_THEY_COME);
        comparison.row("MiB after " + FEW, afterFew);
        comparison.row("MiB after " + more, afterMore);
        findings.table(List.of("MiB")).row("etna-sandbox after " + most, afterMost.median(Candidate.OURS));
        findings.remark(
                "What System.gc() leaves in a JVM of its own, over " + CONNECTIONS
                        + " connections; all as they come, their journals on. WireMock keeps every request unless told otherwise.");
        double growth = afterMost.median(Candidate.OURS) / afterFew.median(Candidate.OURS);
        findings.aimAtMost("after " + most + " requests ÷ after " + FEW, 1.1, growth, "");
    }

    private static void cancel(int port, int requests, int expectedStatus) throws IOException {
        OrderIds ids = new OrderIds(CancelRequest.FIRST_OF_MANY, ORDERS, requests);
        new LoadClient(port, CONNECTIONS, expectedStatus).run(ids, PATIENCE);
    }

    private static double mebibytes(ChildJvm jvm) {
        return jvm.heap() / (1 << 20);
    }
}
