package io.github.etnasandbox.bench.section;

import io.github.etnasandbox.bench.Options;
import io.github.etnasandbox.bench.report.Findings;

/** One question that the benchmark answers. */
public interface Section {
    char letter();

    String title();

    void measure(Options options, Findings findings) throws Exception;
}
