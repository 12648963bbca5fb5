package io.github.etnasandbox.live;

import io.github.etnasandbox.stage.Fault;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A fault of a world, and how often it was met so far. Immutable.
 *
 * @param serial tells it from all others that the world ever had; ids count from 1 again after a reset
 * @param matches how many requests matched it
 * @param hits how many it struck
 */
public record FaultState(int serial, String id, Fault fault, long matches, int hits) {

    /**
     * A fault as one that begins now would have to be to strike as often as it still may. One with a share begins its chances
     * anew.
     */
    public record Left(String id, Fault fault) {}

    FaultState counted() {
        return new FaultState(serial, id, fault, matches + 1, hits);
    }

    FaultState hit() {
        return new FaultState(serial, id, fault, matches, hits + 1);
    }

    /** Whether it strikes the last request that it has counted, if no other fault does. */
    boolean strikes(Supplier<Instant> now) {
        return isDue() && isInForce(now);
    }

    private boolean isDue() {
        if (matches < fault.nth() || fault.share() == 1) {
            return matches >= fault.nth();
        }
        // seeds and numbers that follow each other must not give the same chances one place further on
        long mixed = new SplittableRandom(fault.randomSeed()).nextLong() + matches;
        return new SplittableRandom(mixed).nextDouble() < fault.share();
    }

    private boolean isInForce(Supplier<Instant> clock) {
        Instant from = fault.from();
        Instant until = fault.until();
        if (from == null && until == null) {
            return true;
        }
        Instant now = clock.get();
        return (from == null || !now.isBefore(from)) && (until == null || now.isBefore(until));
    }

    boolean isSpent() {
        return hits >= fault.times();
    }

    Stream<Left> left() {
        if (isSpent()) {
            return Stream.empty();
        }
        Fault begun = fault.nth((int) Math.max(1, fault.nth() - matches));
        return Stream.of(new Left(id, fault.times() == Integer.MAX_VALUE ? begun : begun.times(fault.times() - hits)));
    }
}
