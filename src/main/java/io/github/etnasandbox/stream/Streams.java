package io.github.etnasandbox.stream;

import io.github.etnasandbox.live.Background;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.token.Streamer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The connections to the streamers of all worlds of a sandbox. One thread tells all of them and waits for no client; there is
 * none until the first connection. Safe for use by many threads.
 */
public final class Streams {
    /** So many connections are open at most. */
    public static final int MOST = 5_000;

    private static final int PING_SECONDS = 15;

    private final Semaphore room = new Semaphore(MOST);
    private final Map<LiveWorld, WorldStream> worlds = new HashMap<>(); // of the thread
    private @Nullable Future<?> pings; // of the thread
    private volatile @Nullable Thread current;
    private final ScheduledThreadPoolExecutor executor = Background.thread("etna-sandbox-streams");

    public Streams() {
        ThreadFactory threads = executor.getThreadFactory();
        executor.setThreadFactory(task -> current = threads.newThread(task));
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** A connection that is open, as who reads from its client has it. */
    public interface Opened {
        /** Begins to tell the client, and to ask what it says. */
        void begin();

        /** Takes what the client has sent; {@link Wire#receive} asks for more. */
        void received(String text);

        /** Takes note that the connection is closed, whoever has closed it. */
        void closed();
    }

    /** Takes the place of one connection, which {@link #open} uses; false when there is none. */
    public boolean takePlace() {
        return room.tryAcquire();
    }

    /** Gives a place back that is not used. */
    public void leavePlace() {
        room.release();
    }

    /**
     * Makes a connection of a client, whose place is taken: it is told that its login was refused, or what it subscribes to.
     *
     * @param number that of the connection in its world
     */
    public Opened open(LiveWorld world, Streamer streamer, StreamLogin login, int number, Wire wire) {
        return new Connection(this, world, streamer, login, number, wire);
    }

    /** What tells of a world; there is one as long as somebody listens. */
    WorldStream of(LiveWorld world) {
        startPings();
        return worlds.computeIfAbsent(world, each -> new WorldStream(this, each));
    }

    /** Ends the thread once it has said goodbye to the clients of worlds that were let go, or a while of real time is over. */
    public void close(Duration longest) {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** Has the thread do something; nothing any more once it has ended. */
    void execute(Runnable task) {
        executor.execute(task);
    }

    /** Has the thread do something later, whatever comes between. */
    void later(Runnable task, Duration after) {
        var unused = schedule(task, after);
    }

    Future<?> schedule(Runnable task, Duration after) {
        return executor.schedule(task, after.toNanos(), TimeUnit.NANOSECONDS);
    }

    boolean isCurrent() {
        return Thread.currentThread() == current;
    }

    private void startPings() {
        if (pings == null) {
            pings = executor.scheduleWithFixedDelay(this::ping, PING_SECONDS, PING_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void ping() {
        List.copyOf(worlds.values()).forEach(WorldStream::ping);
        if (worlds.isEmpty() && pings != null) {
            pings.cancel(false); // so that the thread ends
            pings = null;
        }
    }

    /** A world tells nobody any more. */
    void forget(WorldStream world) {
        worlds.remove(world.world(), world);
    }
}
