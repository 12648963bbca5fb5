package io.github.etnasandbox.bench.load;

/**
 * What a load measured.
 *
 * @param answers how many answers were read
 * @param perSecond answers a second
 * @param medianMicros the median time from sending a request to reading its answer, in microseconds
 * @param p99Micros the time that one request in a hundred exceeded, in microseconds
 */
public record Load(long answers, double perSecond, double medianMicros, double p99Micros) {
    static Load of(Histogram latencies, long nanos) {
        long answers = latencies.total();
        return new Load(answers, answers * 1e9 / nanos, latencies.quantile(0.50) / 1e3, latencies.quantile(0.99) / 1e3);
    }
}
