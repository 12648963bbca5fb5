package io.github.etnasandbox.bench;

import io.github.etnasandbox.bench.subject.LiveHeap;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.fixture.Seed;
import java.lang.ref.Reference;
import java.nio.file.Path;

/** Measures how long a folder of fixtures takes to load, and the heap that its seed keeps. */
final class FixtureLoad {
    private FixtureLoad() {}

    /** Prints nanoseconds, then bytes. */
    public static void main(String... arguments) throws InterruptedException {
        long before = LiveHeap.bytes();
        long started = System.nanoTime();
        Seed seed = Fixtures.folder(Path.of(arguments[0])).load();
        System.out.println(System.nanoTime() - started);
        System.out.println(LiveHeap.bytes() - before);
        Reference.reachabilityFence(seed);
    }
}
