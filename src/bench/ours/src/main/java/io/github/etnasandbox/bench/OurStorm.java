package io.github.etnasandbox.bench;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Fills orders of many worlds at once, part by part, from as many threads as there are cores. */
final class OurStorm {
    private static final int ORDER = 73_552;
    private static final int FILLS = 10;
    private static final int LIVES = 20;

    private OurStorm() {}

    /** Prints for each round how many fills a second there were. */
    public static void main(String... arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        int cores = Runtime.getRuntime().availableProcessors();
        ExecutorService threads = Executors.newFixedThreadPool(cores);
        try (Sandbox sandbox = Sandbox.start()) {
            List<World> worlds = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                worlds.add(sandbox.newWorld());
            }
            for (int round = -2; round < rounds; round++) {
                long before = System.nanoTime();
                List<Callable<Void>> storms = new ArrayList<>();
                for (World world : worlds) {
                    storms.add(() -> storm(world));
                }
                for (Future<Void> storm : threads.invokeAll(storms)) {
                    storm.get();
                }
                long nanos = System.nanoTime() - before;
                if (round >= 0) {
                    System.out.println((long) (1e9 * count * LIVES * FILLS / nanos));
                }
            }
        } finally {
            threads.shutdown();
        }
    }

    private static Void storm(World world) {
        for (int life = 0; life < LIVES; life++) {
            for (int i = 0; i < FILLS; i++) {
                world.fill(ORDER, 15, 156.57);
            }
            if (world.order(ORDER).status() != OrderStatus.FILLED) {
                throw new IllegalStateException("150 in parts of 15 did not fill the order");
            }
            world.reset();
        }
        return null;
    }
}
