package io.github.etnasandbox.control;

import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.live.Background;
import io.github.etnasandbox.live.Events;
import io.github.etnasandbox.live.Events.Event;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Answers that go on as long as their client listens: server-sent events, in the format of the HTML standard. One thread
 * writes all of them and waits for no client; there is none until somebody listens. Safe for use by many threads.
 */
final class EventStreams {
    static final String MEDIA_TYPE = "text/event-stream";

    /** A client is told what happened meanwhile at once. A page has no use for more. */
    private static final int PAUSE_MILLIS = 50;

    /** Well below the 30 seconds after which Jetty ends a connection on which nothing moves. */
    private static final int HEARTBEAT_SECONDS = 10;

    private static final int MOST = 500;
    private static final int MOST_EVENTS_AT_ONCE = 500;
    private static final byte[] HEARTBEAT = bytes(":\n\n");
    private static final byte[] BEGINNING = bytes("retry: 1000\n\n");
    private static final byte[] NOTHING = {};

    private final Semaphore room = new Semaphore(MOST);
    private final ScheduledThreadPoolExecutor writer = Background.thread("etna-sandbox-events");

    /** Begins to answer with events; a problem when too many listen already. */
    void open(Context context, Events.Reader events) {
        if (!room.tryAcquire()) {
            throw new Problem(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    MOST + " clients listen to events already; close some, then ask again");
        }
        context.contentType(MEDIA_TYPE).header("Cache-Control", "no-store");
        context.result(InputStream.nullInputStream()); // Javalin has nothing to write
        context.future(() -> {
            CompletableFuture<Void> over = new CompletableFuture<>();
            try {
                ServletOutputStream out = context.res().getOutputStream();
                out.setWriteListener(new EventStream(out, events, over));
            } catch (IOException gone) {
                over.complete(null);
            }
            return over.thenRun(room::release);
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(List<Event> events) {
        StringBuilder text = new StringBuilder();
        for (Event event : events) {
            text.append("id: ").append(event.id());
            text.append("\nevent: ").append(event.type().name().toLowerCase(Locale.ROOT));
            text.append("\ndata: ").append(data(event)).append("\n\n");
        }
        return bytes(text.toString());
    }

    private static String data(Event event) {
        return JsonObjectWriter.spell(json -> {
            switch (event.type()) {
                case REQUEST -> json.text("world", event.world()).value("number", event.request());
                case CHANGED, MESSAGE, DELIVERY, STAGE -> json.text("world", event.world());
                case WORLDS -> {}
                case RELOAD -> json.value("from", event.id() + 1);
            }
        });
    }

    /** One client's. All of it runs in the writer's thread, but for what Jetty calls. */
    private final class EventStream implements WriteListener {
        private final ServletOutputStream out;
        private final Events.Reader events;
        private final CompletableFuture<Void> over;
        private final Future<?> heartbeat =
                writer.scheduleAtFixedRate(this::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        private @Nullable Future<?> pause;
        private byte[] next = BEGINNING;
        private boolean unflushed;
        private boolean idle;
        private boolean listens;

        EventStream(ServletOutputStream out, Events.Reader events, CompletableFuture<Void> over) {
            this.out = out;
            this.events = events;
            this.over = over;
        }

        /** Jetty has room for more again. */
        @Override
        public void onWritePossible() {
            writer.execute(this::goOn);
        }

        @Override
        public void onError(Throwable gone) {
            end();
        }

        private void beat() {
            if (idle) {
                next = HEARTBEAT;
                goOn();
            }
        }

        /** Writes until Jetty has no room, and calls when it has; or until there is nothing to write. */
        private void goOn() {
            idle = false;
            try {
                while (!over.isDone() && out.isReady()) {
                    if (unflushed) {
                        out.flush();
                        unflushed = false;
                        pause = writer.schedule(this::goOn, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
                        return;
                    }
                    boolean isLast = events.isOver(); // asked first, so that what was told before is written
                    byte[] chunk = next.length > 0 ? next : bytes(events.next(MOST_EVENTS_AT_ONCE));
                    next = NOTHING;
                    if (chunk.length > 0) {
                        out.write(chunk);
                        unflushed = true;
                    } else if (isLast) {
                        end();
                    } else {
                        idle = true;
                        listen();
                        return;
                    }
                }
            } catch (IOException | IllegalStateException gone) {
                end();
            }
        }

        /** Has itself called at the next event, if it does not already since before a heartbeat. */
        private void listen() {
            if (!listens) {
                listens = true;
                events.whenThereIsMore(() -> writer.execute(() -> {
                    listens = false;
                    goOn();
                }));
            }
        }

        private void end() {
            heartbeat.cancel(false);
            if (pause != null) {
                pause.cancel(false);
            }
            over.complete(null);
        }
    }
}
