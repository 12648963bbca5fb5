package io.github.etnasandbox.bench;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.bench.subject.CancelRequest;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.venue.Cancellation;
import io.github.etnasandbox.world.World;
import java.util.Arrays;
import java.util.function.Consumer;

/** Measures what fresh worlds, resets and snapshots cost, for worlds of several sizes. */
final class OurWorlds {
    private static final int[] SIZES = {10, 10_000, 1_000_000};
    private static final int WARM_UP = 30_000;
    private static final int CALLS = 10_000;
    private static final Cancellation CANCELLATION =
            new Cancellation(new AccountId(CancelRequest.ACCOUNT), new OrderId(CancelRequest.FIRST_OF_MANY));

    private OurWorlds() {}

    /** Prints a line for each round and size: orders, then microseconds for a fresh world, a reset, a snapshot, a restore. */
    public static void main(String... arguments) {
        Seed[] seeds = Arrays.stream(SIZES).mapToObj(ManyOrders::seed).toArray(Seed[]::new);
        try (Sandbox sandbox = Sandbox.start()) {
            for (Seed seed : seeds) {
                line(sandbox, seed, WARM_UP);
            }
            for (int round = 0; round < Integer.parseInt(arguments[0]); round++) {
                for (int i = 0; i < SIZES.length; i++) {
                    System.out.println(SIZES[i] + line(sandbox, seeds[i], CALLS));
                }
            }
        }
    }

    private static String line(Sandbox sandbox, Seed seed, int calls) {
        World world = sandbox.world();
        return " " + freshMicros(sandbox, seed, calls)
                + " " + backMicros(world, seed, calls, World::reset)
                + " " + snapshotMicros(world, seed, calls)
                + " " + backMicros(world, seed, calls, canceled -> canceled.restore(seed));
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

    /** What it costs to bring a world back in which an order was canceled. */
    private static double backMicros(World world, Seed seed, int calls, Consumer<World> back) {
        world.reseed(seed);
        long[] nanos = new long[calls];
        for (int i = 0; i < calls; i++) {
            world.apply(CANCELLATION);
            long before = System.nanoTime();
            back.accept(world);
            nanos[i] = System.nanoTime() - before;
        }
        requireOrder(world.state(), OrderStatus.NEW);
        return medianMicros(nanos);
    }

    private static double snapshotMicros(World world, Seed seed, int calls) {
        world.reseed(seed);
        world.apply(CANCELLATION);
        Seed snapshot = seed;
        long[] nanos = new long[calls];
        for (int i = 0; i < calls; i++) {
            long before = System.nanoTime();
            snapshot = world.snapshot();
            nanos[i] = System.nanoTime() - before;
        }
        requireOrder(snapshot.state(), OrderStatus.CANCELED);
        return medianMicros(nanos);
    }

    private static void requireOrder(State state, OrderStatus status) {
        Order order = state.orders().get(CancelRequest.FIRST_OF_MANY);
        if (order == null || order.status() != status) {
            throw new IllegalStateException("the order that was canceled is not " + status + " but " + order);
        }
    }

    private static double medianMicros(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / 1e3;
    }
}
