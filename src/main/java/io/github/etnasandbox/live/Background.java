package io.github.etnasandbox.live;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads of a sandbox beside those that answer requests. They keep no JVM alive. */
public final class Background {
    /** So long in real time a thread waits for something to do. */
    public static final int IDLE_SECONDS = 5;

    private Background() {}

    /** Makes a thread that does one thing after the other, and nothing more once it is shut down. It begins with the first thing. */
    public static ScheduledThreadPoolExecutor thread(String name) {
        ScheduledThreadPoolExecutor thread =
                new ScheduledThreadPoolExecutor(1, daemons(name), new ThreadPoolExecutor.DiscardPolicy());
        thread.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        thread.allowCoreThreadTimeOut(true);
        thread.setRemoveOnCancelPolicy(true);
        return thread;
    }

    public static ThreadFactory daemons(String name) {
        return task -> {
            Thread made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        };
    }
}
