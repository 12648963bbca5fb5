package io.github.etnasandbox.bench;

import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.fixture.Seed;
import java.lang.ref.Reference;
import java.nio.file.Path;

/** Measures how long a folder of fixtures takes to load, and the heap that its seed keeps. */
final class FixtureLoad {
    private FixtureLoad() {}

    /** Prints nanoseconds, then bytes. */
    public static void main(String... arguments) throws InterruptedException {
        long before = usedAfterCollection();
        long started = System.nanoTime();
        Seed seed = Fixtures.folder(Path.of(arguments[0])).load();
        System.out.println(System.nanoTime() - started);
        System.out.println(usedAfterCollection() - before);
        Reference.reachabilityFence(seed);
    }

    private static long usedAfterCollection() throws InterruptedException {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
