package io.github.etnasandbox.bench.section;

import io.github.etnasandbox.bench.Candidate;
import io.github.etnasandbox.bench.ChildJvm;
import io.github.etnasandbox.bench.Options;
import io.github.etnasandbox.bench.report.Findings;

/** What a server for each test costs once the JVM is warm. */
public final class WarmCycle implements Section {
    @Override
    public char letter() {
        return 'b';
    }

    @Override
    public String title() {
        return "warm cycle: start, first 204, close, in one JVM";
    }

    @Override
    public void measure(Options options, Findings findings) {
        Samples<Candidate> millis = new Samples<>();
        int rounds = options.rounds(5, 1);
        int warmUp = options.pick(60, 20);
        int cycles = options.pick(60, 20);
        for (int round = 0; round < rounds; round++) {
            for (Candidate candidate : Candidate.AS_THEY_COME) {
                try (ChildJvm jvm = candidate.start("cycles", warmUp, cycles)) {
                    millis.add(candidate, jvm.number() / 1e6);
                }
            }
        }
        new Comparison(findings, Candidate.AS_THEY_COME).row("ms", millis);
        findings.remark("Median of " + rounds + " JVMs' medians of " + cycles + " cycles, after " + warmUp
                + " that were not counted.");
    }
}
