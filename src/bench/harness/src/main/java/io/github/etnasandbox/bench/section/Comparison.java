package io.github.etnasandbox.bench.section;

import io.github.etnasandbox.bench.Candidate;
import io.github.etnasandbox.bench.report.Findings;
import io.github.etnasandbox.bench.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table of medians that ends with ours divided by each of the others. */
final class Comparison {
    private final List<Candidate> candidates;
    private final Table table;

    Comparison(Findings findings, List<Candidate> candidates) {
        this.candidates = candidates;
        List<String> columns = candidates.stream().map(Candidate::title).collect(Collectors.toList());
        others().forEach(other -> columns.add("÷ " + other.title()));
        this.table = findings.table(columns);
    }

    void row(String label, Samples<Candidate> samples) {
        List<Double> cells = new ArrayList<>();
        candidates.forEach(candidate -> cells.add(samples.median(candidate)));
        others().forEach(other -> cells.add(ratio(samples, other)));
        table.row(label, cells.stream().mapToDouble(Double::doubleValue).toArray());
    }

    static double ratio(Samples<Candidate> samples, Candidate other) {
        return samples.median(Candidate.OURS) / samples.median(other);
    }

    private List<Candidate> others() {
        return candidates.subList(1, candidates.size());
    }
}
