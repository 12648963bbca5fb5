package io.github.etnasandbox.bench.load;

/**
 * Counts durations in buckets whose width grows with the duration, so that every quantile is exact to 1/64 and counting
 * costs a few instructions.
 */
final class Histogram {
    private static final int PRECISION_BITS = 6;
    private static final int STEPS = 1 << PRECISION_BITS;

    private final long[] counts = new long[(Long.SIZE - PRECISION_BITS) * STEPS];
    private long total;

    void add(long nanos) {
        counts[bucket(nanos)]++;
        total++;
    }

    /** Counts what another one has counted. */
    void addAll(Histogram other) {
        for (int bucket = 0; bucket < counts.length; bucket++) {
            counts[bucket] += other.counts[bucket];
        }
        total += other.total;
    }

    /** How many durations were counted. */
    long total() {
        return total;
    }

    /** The duration in nanoseconds that the given share of all durations, 0 to 1, does not exceed. */
    long quantile(double share) {
        long wanted = (long) Math.ceil(share * total);
        long seen = 0;
        for (int bucket = 0; bucket < counts.length; bucket++) {
            seen += counts[bucket];
            if (seen >= wanted && seen > 0) {
                return upperEnd(bucket);
            }
        }
        return 0;
    }

    /** The first bits of the duration choose the step, the number of those cut off chooses the row of steps. */
    private static int bucket(long nanos) {
        int cut = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(nanos) - PRECISION_BITS - 1);
        return cut * STEPS + (int) (nanos >>> cut);
    }

    private static long upperEnd(int bucket) {
        int cut = Math.max(0, bucket / STEPS - 1);
        long first = bucket - (long) cut * STEPS;
        return ((first + 1) << cut) - 1;
    }
}
