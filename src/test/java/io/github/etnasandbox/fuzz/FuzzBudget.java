package io.github.etnasandbox.fuzz;

import io.github.etnasandbox.world.World;
import java.time.Duration;
import java.util.Random;

/**
 * How many cases there are, and which: a fixed number from a fixed seed, unless {@code scripts/fuzz} says otherwise by
 * system properties.
 */
final class FuzzBudget {
    private static final long SEED = Long.getLong("fuzz.seed", 6303);
    private static final int MINUTES = Integer.getInteger("fuzz.minutes", 0);
    private static final int ONLY = Integer.getInteger("fuzz.case", -1);

    private FuzzBudget() {}

    /** Runs cases on a world, each from the world's seed. A failure tells how to run it again. */
    static void run(Generator generator, World world) {
        long end = System.nanoTime() + Duration.ofMinutes(MINUTES).toNanos() / Generator.values().length;
        for (int number = Math.max(0, ONLY); isLeft(number, generator, end); number++) {
            world.reset();
            FuzzCase one = new FuzzCase(world, new Random(SEED * 1_000_003 + number));
            try {
                generator.accept(one);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "scripts/fuzz --seed " + SEED + " --case " + number + " runs this again (" + generator + "):\n"
                                + one.told(),
                        e);
            }
        }
    }

    private static boolean isLeft(int number, Generator generator, long end) {
        if (ONLY >= 0) {
            return number == ONLY;
        }
        return MINUTES > 0 ? System.nanoTime() < end : number < generator.cases();
    }
}
