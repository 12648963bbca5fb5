package io.github.etnasandbox.bench.section;

import io.github.etnasandbox.bench.Candidate;
import io.github.etnasandbox.bench.ChildJvm;
import io.github.etnasandbox.bench.Options;
import io.github.etnasandbox.bench.load.Load;
import io.github.etnasandbox.bench.load.LoadClient;
import io.github.etnasandbox.bench.load.OrderIds;
import io.github.etnasandbox.bench.report.Findings;
import io.github.etnasandbox.bench.subject.CancelRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many cancels a second a server answers, and how long one takes. In every round each of our cancels meets another
 * outstanding order, and a reset brings all of them back for the next.
 */
public final class Throughput implements Section {
    private static final int CONNECTIONS = 16;

    @Override
    public char letter() {
        return 'd';
    }

    @Override
    public String title() {
        return "cancels over " + CONNECTIONS + " keep-alive connections";
    }

    @Override
    public void measure(Options options, Findings findings) throws IOException {
        int orders = options.pick(1_000_000, 200_000);
        int warmUp = options.pick(4, 1);
        int rounds = options.rounds(7, 2);
        Duration atMost = Duration.ofMillis(options.pick(3_000, 800));
        LoadSamples<Candidate> canceled = new LoadSamples<>();
        LoadSamples<String> refused = new LoadSamples<>();
        Map<Candidate, Server> servers = new EnumMap<>(Candidate.class);
        try {
            for (Candidate candidate : Candidate.values()) {
                servers.put(candidate, Server.start(options, candidate, orders));
            }
            for (int round = -warmUp; round < rounds; round++) {
                for (Candidate candidate : Candidate.values()) {
                    Server server = servers.get(candidate);
                    Load first = server.cancel(orders, 204, atMost);
                    Load again = candidate == Candidate.OURS ? server.cancel(first.answers(), 409, atMost) : null;
                    server.jvm().reset();
                    if (round < 0) {
                        continue;
                    }
                    canceled.add(candidate, first);
                    if (again != null) {
                        refused.add("409", again);
                    }
                }
            }
        } finally {
            servers.values().forEach(server -> server.jvm().close());
        }
        Comparison comparison = new Comparison(findings, List.of(Candidate.values()));
        comparison.row("answers a second", canceled.perSecond);
        comparison.row("median, µs", canceled.medianMicros);
        comparison.row("p99, µs", canceled.p99Micros);
        findings.table(List.of("a second", "median, µs", "p99, µs"))
                .row(
                        "etna-sandbox, 409 instead of 204",
                        refused.perSecond.median("409"),
                        refused.medianMicros.median("409"),
                        refused.p99Micros.median("409"));
        findings.remark("Median of " + rounds + " rounds of at most " + atMost.toMillis() + " ms, after "
                + warmUp + " that were not counted. Ours holds " + orders
                + " outstanding orders and cancels each at most once a round; the others know no orders.");
        findings.aimAtLeast("÷ bare Javalin", 0.8, Comparison.ratio(canceled.perSecond, Candidate.JAVALIN), "");
        findings.aimAtLeast("÷ journal off", 0.9, Comparison.ratio(canceled.perSecond, Candidate.OURS_NO_JOURNAL), "");
        findings.aimAtLeast("÷ WireMock", 2, Comparison.ratio(canceled.perSecond, Candidate.WIREMOCK), "");
    }

    /** A server in a JVM of its own, and the orders it was started with. */
    private record Server(ChildJvm jvm, int port, int orders) {
        static Server start(Options options, Candidate candidate, int orders) {
            ChildJvm jvm = candidate.startForLoad(options, "serve", orders);
            return new Server(jvm, (int) jvm.number(), orders);
        }

        /** Cancels orders, always the same ones first. */
        Load cancel(long count, int expectedStatus, Duration atMost) throws IOException {
            OrderIds ids = new OrderIds(CancelRequest.FIRST_OF_MANY, orders, count);
            return new LoadClient(port, CONNECTIONS, expectedStatus).run(ids, atMost);
        }
    }
}
