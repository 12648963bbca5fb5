package io.github.etnasandbox.bench;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.bench.subject.CancelRequest;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.venue.Cancellation;
import io.github.etnasandbox.world.World;
import java.util.Arrays;

/** Measures what a fresh world and a reset cost, for worlds of several sizes. */
final class OurWorlds {
    private static final int[] SIZES = {10, 10_000, 1_000_000};
    private static final int WARM_UP = 30_000;
    private static final int CALLS = 10_000;
    private static final Cancellation CANCELLATION =
            new Cancellation(new AccountId(CancelRequest.ACCOUNT), new OrderId(CancelRequest.FIRST_OF_MANY));

    private OurWorlds() {}

    /** Prints a line for each round and size: orders, microseconds for a fresh world, microseconds for a reset. */
    public static void main(String... arguments) {
        Seed[] seeds = Arrays.stream(SIZES).mapToObj(ManyOrders::seed).toArray(Seed[]::new);
        try (Sandbox sandbox = Sandbox.start()) {
            for (Seed seed : seeds) {
                freshMicros(sandbox, seed, WARM_UP);
                resetMicros(sandbox, seed, WARM_UP);
            }
            for (int round = 0; round < Integer.parseInt(arguments[0]); round++) {
                for (int i = 0; i < SIZES.length; i++) {
                    System.out.println(SIZES[i] + " " + freshMicros(sandbox, seeds[i], CALLS) + " "
                            + resetMicros(sandbox, seeds[i], CALLS));
                }
            }
        }
    }

    private static double freshMicros(Sandbox sandbox, Seed seed, int calls) {
        sandbox.world().reseed(seed);
        long[] nanos = new long[calls];
        for (int i = 0; i < calls; i++) {
            long before = System.nanoTime();
            World world = sandbox.newWorld();
            nanos[i] = System.nanoTime() - before;
            world.close();
        }
        return medianMicros(nanos);
    }

    private static double resetMicros(Sandbox sandbox, Seed seed, int calls) {
        World world = sandbox.world();
        world.reseed(seed);
        long[] nanos = new long[calls];
        for (int i = 0; i < calls; i++) {
            world.apply(CANCELLATION);
            long before = System.nanoTime();
            world.reset();
            nanos[i] = System.nanoTime() - before;
        }
        if (world.order(CancelRequest.FIRST_OF_MANY).status() != OrderStatus.NEW) {
            throw new IllegalStateException("the reset left a canceled order behind");
        }
        return medianMicros(nanos);
    }

    private static double medianMicros(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / 1e3;
    }
}
