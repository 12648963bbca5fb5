package io.github.etnasandbox.delivery;

import io.github.etnasandbox.live.Background;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.live.Outbox;
import io.github.etnasandbox.webhook.Webhook;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends what the outboxes of a sandbox's worlds have for their webhooks, without following redirects. One thread says what is
 * next; it ends when there is nothing, and so do those that carry. Safe for use by many threads.
 */
public final class Sender implements Outbox.Maker {
    /** Source: AutoShares' page on webhooks. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** Receivers that are silent keep as many of these for as long as the limit. */
    private static final int MOST_AT_ONCE = 64;

    /** Connections are not kept for longer, or a receiver might close one just as the next event comes. */
    private static final int IDLE_CLIENT_MILLIS = 1_000;

    private final boolean anywhere;
    private final Duration limit;
    private final ScheduledThreadPoolExecutor thread = Background.thread("etna-sandbox-webhooks");
    private final ThreadPoolExecutor carriers = new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            Background.IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Background.daemons("etna-sandbox-webhooks-carrier"));
    private final Map<Post, Running> posts = new ConcurrentHashMap<>();

    // of the thread
    private final Queue<Runnable> queue = new ArrayDeque<>();
    private int underWay;
    private @Nullable Future<?> idle;

    private @Nullable HttpClient client; // guarded by this

    /** @param end is told what comes of it */
    private record Running(Future<?> timer, Consumer<Outcome> end) {}

    /** @param anywhere whether events may go to other machines than this one */
    public Sender(boolean anywhere) {
        this(anywhere, LIMIT);
    }

    /** @param limit how long in real time a receiver may take for its answer */
    Sender(boolean anywhere, Duration limit) {
        this.anywhere = anywhere;
        this.limit = limit;
    }

    @Override
    public Outbox of(LiveWorld world) {
        return new WorldOutbox(world, this);
    }

    @Override
    public void requireAllowed(List<Webhook> webhooks) {
        List<String> refusals = new ArrayList<>();
        for (Webhook webhook : webhooks) {
            String refusal = refusal(webhook.url());
            if (refusal != null && !refusals.contains(refusal)) {
                refusals.add(refusal);
            }
        }
        if (!refusals.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", refusals));
        }
    }

    /** Why nothing may be sent to a URL; null when something may. */
    private @Nullable String refusal(URI url) {
        if (anywhere) {
            return null;
        }
        try {
            boolean here =
                    Arrays.stream(InetAddress.getAllByName(url.getHost())).allMatch(InetAddress::isLoopbackAddress);
            return here
                    ? null
                    : "webhooks go to loopback addresses only, and " + url.getHost()
                            + " is none; start the sandbox with --webhooks-anywhere to have them sent there";
        } catch (UnknownHostException e) {
            return "host " + url.getHost() + " is unknown";
        }
    }

    void execute(Runnable task) {
        thread.execute(task);
    }

    Future<?> schedule(Runnable task, long millis) {
        return thread.schedule(task, millis, TimeUnit.MILLISECONDS);
    }

    /**
     * Sends a body, now or once others that are under way have ended.
     *
     * @param end is told what came of it, by the thread of this sender
     */
    void send(URI url, String body, String signature, Consumer<Outcome> end) {
        thread.execute(() -> {
            queue.add(() -> begin(url, body, signature, end));
            sendNext();
        });
    }

    private void sendNext() {
        if (idle != null) {
            idle.cancel(false);
        }
        while (underWay < MOST_AT_ONCE && !queue.isEmpty()) {
            underWay++;
            queue.remove().run();
        }
        idle = underWay > 0 ? null : schedule(this::letClientGo, IDLE_CLIENT_MILLIS);
    }

    private void begin(URI url, String body, String signature, Consumer<Outcome> end) {
        Post post = new Post(url, body, signature, (over, outcome) -> execute(() -> end(over, outcome)));
        Future<?> timer = schedule(() -> post.fail("no answer within " + limit), Math.max(1, limit.toMillis()));
        posts.put(post, new Running(timer, end));
        carriers.execute(() -> carry(post)); // to resolve a name may take its time
    }

    private void carry(Post post) {
        String refusal = refusal(post.url());
        if (refusal != null) {
            post.fail(refusal);
            return;
        }
        try {
            post.sendBy(client());
        } catch (IllegalArgumentException notSendable) {
            post.fail("nothing can be sent there: " + notSendable.getMessage());
        }
    }

    private void end(Post post, Outcome outcome) {
        Running over = Objects.requireNonNull(posts.remove(post));
        over.timer().cancel(false);
        underWay--;
        over.end().accept(outcome);
        sendNext();
    }

    private synchronized HttpClient client() {
        if (client == null) {
            HttpClient.Builder builder = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .executor(carriers);
            client = (anywhere ? builder : builder.proxy(HttpClient.Builder.NO_PROXY)).build();
        }
        return client;
    }

    /** Its thread ends once it is not used any more. */
    private synchronized void letClientGo() {
        client = null;
    }

    @Override
    public void close() {
        thread.shutdownNow();
        posts.keySet().forEach(post -> post.fail("the sandbox was closed"));
        letClientGo();
    }
}
