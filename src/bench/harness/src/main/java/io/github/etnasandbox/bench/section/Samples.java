package io.github.etnasandbox.bench.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Figures by what was measured, one for each round.
 *
 * @param <K> what is measured
 */
final class Samples<K> {
    private final Map<K, List<Double>> figures = new HashMap<>();

    void add(K measured, double figure) {
        figures.computeIfAbsent(measured, any -> new ArrayList<>()).add(figure);
    }

    double median(K measured) {
        double[] sorted =
                figures.get(measured).stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
