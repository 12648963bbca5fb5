package io.github.etnasandbox.bench;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.world.World;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.Arrays;

/** What is measured of the sandbox inside its JVM, with calls only that another version will know as well. */
final class Ours extends Subject {
    private static final int WARM_UP = 30_000;
    private static final int CALLS = 10_000;

    private Sandbox sandbox;

    public static void main(String... arguments) throws Exception {
        long now = System.nanoTime();
        switch (arguments[0]) {
            case "load" -> load(Path.of(arguments[1]));
            case "worlds" -> worlds(Fixtures.folder(Path.of(arguments[1])).load());
            default -> new Ours().play(arguments[0], now);
        }
    }

    @Override
    void start(boolean forLoad) {
        sandbox = Sandbox.start();
    }

    @Override
    int port() {
        return sandbox.port();
    }

    @Override
    void stop() {
        sandbox.close();
    }

    /** Prints how many seconds a fixture of a million orders takes to load, then the bytes of heap that an order keeps. */
    private static void load(Path folder) throws InterruptedException {
        long before = heap();
        long started = System.nanoTime();
        Seed seed = Fixtures.folder(folder).load();
        System.out.println((System.nanoTime() - started) / 1e9);
        System.out.println((heap() - before) / 1e6);
        Reference.reachabilityFence(seed);
    }

    private static long heap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Prints the median microseconds of a fresh world, a reset, a snapshot and a restore. */
    private static void worlds(Seed seed) {
        try (Sandbox sandbox = Sandbox.start();
                World world = sandbox.newWorld(seed)) {
            Runnable nothing = () -> {};
            Runnable change = () -> world.fill(GeneratedOrders.FIRST_ID, 10, 156.57);
            World[] fresh = new World[1];
            System.out.println(median(nothing, () -> fresh[0] = sandbox.newWorld(seed), () -> fresh[0].close()));
            System.out.println(median(change, world::reset, () -> require(world, OrderStatus.NEW)));
            change.run();
            Seed[] kept = new Seed[1];
            System.out.println(median(nothing, () -> kept[0] = world.snapshot(), nothing));
            world.reset();
            world.restore(kept[0]);
            require(world, OrderStatus.PARTIALLY_FILLED);
            System.out.println(median(change, () -> world.restore(seed), () -> require(world, OrderStatus.NEW)));
        }
    }

    private static double median(Runnable before, Runnable measured, Runnable after) {
        long[] nanos = new long[CALLS];
        for (int call = -WARM_UP; call < CALLS; call++) {
            before.run();
            long started = System.nanoTime();
            measured.run();
            nanos[Math.max(call, 0)] = System.nanoTime() - started;
            after.run();
        }
        Arrays.sort(nanos);
        return nanos[CALLS / 2] / 1e3;
    }

    private static void require(World world, OrderStatus status) {
        if (world.order(GeneratedOrders.FIRST_ID).status() != status) {
            throw new IllegalStateException("the order is not " + status);
        }
    }
}
