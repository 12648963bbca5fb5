package io.github.etnasandbox.bench.load;

/** Ids of a range, each once, in a sequence that jumps about, as real cancels do: neighbours would flatter a cache. */
public final class OrderIds {
    /** A prime, so that its multiples meet every id of a range it does not divide. */
    private static final long STRIDE = 611_953;

    private final int first;
    private final int range;
    private final long count;
    private long taken;

    /**
     * Makes the sequence of a range.
     *
     * @param first the lowest id
     * @param range how many ids there are
     * @param count how many of them to use, always the same ones first
     */
    public OrderIds(int first, int range, long count) {
        this.first = first;
        this.range = range;
        this.count = count;
    }

    boolean isEmpty() {
        return taken == count;
    }

    int next() {
        return first + (int) (taken++ * STRIDE % range);
    }
}
