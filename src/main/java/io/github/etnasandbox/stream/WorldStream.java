package io.github.etnasandbox.stream;

import io.github.etnasandbox.live.Change;
import io.github.etnasandbox.live.Changes;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.live.StreamLog;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.stream.Telling.Told;
import io.github.etnasandbox.world.ClockMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Tells the clients of one world of its changes, in the order they were made. Where a client begins to listen, it is told what
 * there is at one place in that order, and then what comes after it: nothing is lost or doubled. All of it is of the one thread
 * of {@link Streams}.
 */
final class WorldStream {
    /** RFC 6455, 7.4.1, and the registry that it has set up: going away, service restart. */
    private static final int GOING_AWAY = 1001;

    private static final int SERVICE_RESTART = 1012;
    private static final Duration SOONEST = Duration.ofMillis(1);

    private final Streams streams;
    private final LiveWorld world;
    private final Telling telling;
    private final Changes changes;
    private final AtomicBoolean woken = new AtomicBoolean(); // of all threads
    private final Set<Connection> connections = new LinkedHashSet<>();
    private final Map<Topic, Set<Connection>> subscribers = new LinkedHashMap<>();

    private @Nullable Future<?> wakeUp;

    WorldStream(Streams streams, LiveWorld world) {
        this.streams = streams;
        this.world = world;
        this.telling = new Telling(world.settings().dialect());
        this.changes = world.follow(this::wake);
    }

    LiveWorld world() {
        return world;
    }

    private void wake() {
        if (woken.compareAndSet(false, true)) {
            streams.execute(this::go);
        }
    }

    private void go() {
        woken.set(false); // before the first look: what comes after it wakes again
        if (catchUp()) {
            Instant now = world.now();
            connections.forEach(connection -> connection.sendDue(now));
            wakeUpWhenDue();
        }
    }

    /** Tells all changes until now; false when there is nobody left to tell. */
    private boolean catchUp() {
        for (Change change = changes.next(); change != null; change = changes.next()) {
            if (change.startsOver()) {
                end(SERVICE_RESTART, "the world has started over; connect again");
                return false;
            }
            tell(change);
        }
        if (changes.isOver()) {
            end(GOING_AWAY, "the world was dropped, or its sandbox closes");
            return false;
        }
        return true;
    }

    private void tell(Change change) {
        List<Told> all = new ArrayList<>();
        telling.tell(change, subscribers.keySet(), all::add);
        Set<Connection> listening = new LinkedHashSet<>();
        all.forEach(told -> listening.addAll(subscribers.getOrDefault(told.topic(), Set.of())));
        for (Connection connection : listening) {
            connection.offer(all.stream()
                    .filter(told ->
                            subscribers.getOrDefault(told.topic(), Set.of()).contains(connection))
                    .map(Told::message)
                    .toList()
                    .iterator());
        }
    }

    /** A clock that runs makes things due without any command. */
    void wakeUpWhenDue() {
        if (wakeUp != null) {
            wakeUp.cancel(false);
            wakeUp = null;
        }
        if (world.settings().clock() != ClockMode.FROZEN) {
            Duration next = world.untilSomethingIsDue();
            for (Connection connection : connections) {
                Instant due = connection.nextDue();
                Duration until = due == null ? next : Duration.between(world.now(), due);
                next = until.compareTo(next) < 0 ? until : next;
            }
            if (next.compareTo(Duration.ofDays(1)) < 0) {
                wakeUp = streams.schedule(this::go, next.compareTo(SOONEST) < 0 ? SOONEST : next);
            }
        }
    }

    /** Adds a connection; false when its world tells nobody any more. */
    boolean add(Connection connection) {
        connections.add(connection);
        boolean tells = catchUp();
        if (tells) {
            wakeUpWhenDue();
        }
        return tells;
    }

    /** Takes up what the user's last connection to the streamer is, or was, subscribed to; it may not be over for us. */
    void takeUp(Connection connection) {
        String whose = connection.whose();
        List<Topic> last = world.streamLog().left(whose).stream()
                .map(left -> new Topic(
                        Entity.find(connection.streamer(), left.entity()).orElseThrow(), left.key()))
                .toList();
        for (Connection each : connections) {
            if (each != connection && whose.equals(each.whose())) {
                last = List.copyOf(topics(each));
            }
        }
        last.forEach(topic -> connection.offer(subscribe(connection, topic)));
    }

    private Set<Topic> topics(Connection connection) {
        Set<Topic> topics = new LinkedHashSet<>();
        subscribers.forEach((topic, listening) -> {
            if (listening.contains(connection)) {
                topics.add(topic);
            }
        });
        return topics;
    }

    /** What the world is at the place up to which its changes are told. */
    State state() {
        catchUp();
        return changes.state();
    }

    /** Subscribes a connection, and returns what there is. */
    Iterator<Message> subscribe(Connection connection, Topic topic) {
        subscribers.computeIfAbsent(topic, each -> new LinkedHashSet<>()).add(connection);
        return telling.begin(topic, changes.state(), world.now());
    }

    void unsubscribe(Connection connection, Topic topic) {
        subscribers.computeIfPresent(topic, (each, listening) -> {
            listening.remove(connection);
            return listening.isEmpty() ? null : listening;
        });
    }

    void remove(Connection connection) {
        if (connections.remove(connection)) {
            Set<Topic> topics = topics(connection);
            topics.forEach(topic -> unsubscribe(connection, topic));
            world.streamLog()
                    .leave(
                            connection.whose(),
                            topics.stream()
                                    .map(topic -> new StreamLog.Subscription(
                                            topic.entity().word(), topic.key()))
                                    .toList());
            if (connections.isEmpty()) {
                stop(); // a world that nobody listens to is not followed
            }
        }
    }

    void ping() {
        connections.forEach(Connection::ping);
    }

    private void stop() {
        changes.close();
        streams.forget(this);
        if (wakeUp != null) {
            wakeUp.cancel(false);
        }
    }

    private void end(int code, String reason) {
        stop();
        List<Connection> all = List.copyOf(connections);
        connections.clear();
        subscribers.clear();
        all.forEach(connection -> connection.end(code, reason));
    }
}
