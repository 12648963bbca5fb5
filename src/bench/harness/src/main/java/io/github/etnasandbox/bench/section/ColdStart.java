package io.github.etnasandbox.bench.section;

import io.github.etnasandbox.bench.Candidate;
import io.github.etnasandbox.bench.ChildJvm;
import io.github.etnasandbox.bench.Options;
import io.github.etnasandbox.bench.report.Findings;

/** How long a JVM that has just started needs until the server has answered. */
public final class ColdStart implements Section {
    @Override
    public char letter() {
        return 'a';
    }

    @Override
    public String title() {
        return "cold start: first line of main to first 204";
    }

    @Override
    public void measure(Options options, Findings findings) {
        Samples<Candidate> millis = new Samples<>();
        int rounds = options.rounds(15, 3);
        for (int round = -1; round < rounds; round++) { // the first one warms the disk's cache and is not counted
            for (Candidate candidate : Candidate.AS_THEY_COME) {
                try (ChildJvm jvm = candidate.start("cold")) {
                    double measured = jvm.number() / 1e6;
                    if (round >= 0) {
                        millis.add(candidate, measured);
                    }
                }
            }
        }
        new Comparison(findings, Candidate.AS_THEY_COME).row("ms", millis);
        findings.remark("Median of " + rounds + " rounds, a fresh JVM each.");
        findings.aimAtMost("÷ bare Javalin", 1.1, Comparison.ratio(millis, Candidate.JAVALIN), "");
        findings.aimAtMost("÷ WireMock", 0.75, Comparison.ratio(millis, Candidate.WIREMOCK), "");
    }
}
