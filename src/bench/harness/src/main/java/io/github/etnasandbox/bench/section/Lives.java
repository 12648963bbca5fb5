package io.github.etnasandbox.bench.section;

import io.github.etnasandbox.bench.Candidate;
import io.github.etnasandbox.bench.ChildJvm;
import io.github.etnasandbox.bench.Options;
import io.github.etnasandbox.bench.load.LifeClient;
import io.github.etnasandbox.bench.load.Load;
import io.github.etnasandbox.bench.report.Findings;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many orders a second are placed and canceled over HTTP, and how many fills a second many worlds at once take. */
public final class Lives implements Section {
    private static final int CONNECTIONS = 16;

    @Override
    public char letter() {
        return 'g';
    }

    @Override
    public String title() {
        return "orders placed and canceled, and a storm of fills";
    }

    @Override
    public void measure(Options options, Findings findings) throws Exception {
        int warmUp = options.pick(12, 1);
        int rounds = options.rounds(7, 2);
        Duration time = Duration.ofMillis(options.pick(2_000, 500));
        LoadSamples<Candidate> lives = new LoadSamples<>();
        Map<Candidate, ChildJvm> servers = new EnumMap<>(Candidate.class);
        try {
            for (Candidate candidate : Candidate.AS_THEY_COME) {
                servers.put(candidate, candidate.startForLoad(options, "serve", 10));
            }
            Map<Candidate, Integer> ports = new EnumMap<>(Candidate.class);
            servers.forEach((candidate, jvm) -> ports.put(candidate, (int) jvm.number()));
            for (int round = -warmUp; round < rounds; round++) {
                for (Candidate candidate : Candidate.AS_THEY_COME) {
                    Load load = new LifeClient(ports.get(candidate), CONNECTIONS).run(time);
                    servers.get(candidate).reset();
                    if (round >= 0) {
                        lives.add(candidate, load);
                    }
                }
            }
        } finally {
            servers.values().forEach(ChildJvm::close);
        }
        Comparison comparison = new Comparison(findings, Candidate.AS_THEY_COME);
        comparison.row("placed and canceled a second", lives.perSecond);
        comparison.row("median of both, µs", lives.medianMicros);
        comparison.row("p99 of both, µs", lives.p99Micros);
        storm(options, findings, rounds);
        findings.remark("Medians of " + rounds + " rounds, over " + CONNECTIONS
                + " keep-alive connections with a thread"
                + " each, after " + warmUp + " that were not counted. The others know no orders: they answer a"
                + " fixed 200 and 204. The storm has no HTTP in it: threads, as many as cores, fill orders of "
                + options.pick(1_000, 100) + " worlds, ten partial fills each.");
    }

    private static void storm(Options options, Findings findings, int rounds) {
        Samples<String> fills = new Samples<>();
        try (ChildJvm jvm = Candidate.OURS.startMain("OurStorm", rounds, options.pick(1_000, 100))) {
            for (int round = 0; round < rounds; round++) {
                fills.add("fills", jvm.number());
            }
        }
        findings.table(List.of("fills a second")).row("etna-sandbox, all worlds together", fills.median("fills"));
    }
}
