package io.github.etnasandbox.bench.subject;

/** What this JVM keeps. */
public final class LiveHeap {
    private LiveHeap() {}

    /** How many bytes of the heap are left in use when the garbage is gone. */
    public static long bytes() throws InterruptedException {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
