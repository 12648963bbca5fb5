package io.github.etnasandbox.cli;

import java.io.PrintStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Prints a line for each request, on a thread of its own: no request waits for a terminal that is slow or stopped. What
 * comes faster than it can be printed is counted instead.
 */
final class RequestLog implements Consumer<String> {
    private static final int MOST_WAITING = 1_000;

    private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong missed = new AtomicLong();
    private final PrintStream terminal;

    private RequestLog(PrintStream terminal) {
        this.terminal = terminal;
    }

    /** Starts to print. The thread does not keep the JVM alive. */
    static RequestLog to(PrintStream terminal) {
        RequestLog log = new RequestLog(terminal);
        Thread printer = new Thread(log::print, "etna-sandbox-log");
        printer.setDaemon(true);
        printer.start();
        return log;
    }

    @Override
    public void accept(String line) {
        if (!waiting.offer(line)) {
            missed.incrementAndGet();
        }
    }

    private void print() {
        try {
            while (true) {
                terminal.println(waiting.take());
                long unseen = waiting.isEmpty() ? missed.getAndSet(0) : 0;
                if (unseen > 0) {
                    terminal.println("(and " + unseen + " more, faster than they could be printed)");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody does that, and there would be nothing left to print for
        }
    }
}
