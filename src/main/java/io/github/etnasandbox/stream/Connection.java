package io.github.etnasandbox.stream;

import io.github.etnasandbox.coverage.Incident;
import io.github.etnasandbox.journal.Exchange.StruckFault;
import io.github.etnasandbox.journal.StreamMessage;
import io.github.etnasandbox.journal.StreamMessage.Way;
import io.github.etnasandbox.live.Faults.LiveFault;
import io.github.etnasandbox.live.Gates;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.stage.FaultEffect;
import io.github.etnasandbox.stage.FaultPoint;
import io.github.etnasandbox.token.Streamer;
import io.github.etnasandbox.user.User;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a streamer: what waits to be sent, one message after the other, and what faults and gates do to it. What is
 * not of {@link Streams.Opened} is of the one thread of {@link Streams}.
 */
final class Connection implements Streams.Opened {
    /** So much may wait for a client that reads slowly: a change, or the beginning of a subscription, counts once. */
    static final int MOST_WAITING = 10_000;

    private static final int NORMAL = 1000;
    private static final int TRY_AGAIN_LATER = 1013;
    private static final Duration GOODBYE = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Message PING = new Message(
            "Ping", "", MessageText.command("Ping").text("StatusCode", "Ok").end());

    private final Streams streams;
    private final LiveWorld world;
    private final Streamer streamer;
    private final StreamLogin login;
    private final int number;
    private final Wire wire;
    private final String sessionId;
    private @Nullable WorldStream among;

    private final ArrayDeque<Iterator<Message>> waiting = new ArrayDeque<>();
    /** What has met its gate and its fault. */
    private final ArrayDeque<Outgoing> ready = new ArrayDeque<>();

    private final List<Outgoing> swapped = new ArrayList<>();
    private final List<Late> late = new ArrayList<>();
    private @Nullable Held held;
    private boolean sending;
    private boolean transmitting;
    private boolean silent;
    private boolean closed;

    private record Outgoing(Message message, @Nullable StruckFault fault, List<String> gates) {}

    private record Late(Outgoing message, Instant due) {}

    private record Held(Message message, Gates.Hold gate) {}

    Connection(Streams streams, LiveWorld world, Streamer streamer, StreamLogin login, int number, Wire wire) {
        this.streams = streams;
        this.world = world;
        this.streamer = streamer;
        this.login = login;
        this.number = number;
        this.wire = wire;
        this.sessionId = UUID.nameUUIDFromBytes(("connection " + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    Streamer streamer() {
        return streamer;
    }

    /** The user and the streamer; of a connection whose login was not refused. */
    String whose() {
        return Objects.requireNonNull(login.user()).id() + " " + streamer.word();
    }

    String sessionId() {
        return sessionId;
    }

    @Override
    public void begin() {
        streams.execute(() -> begin(streams.of(world)));
    }

    /** The server speaks first: of the session, or that there is none. */
    private void begin(WorldStream with) {
        among = with;
        User user = login.user();
        MessageText text = MessageText.command("CreateSession.txt");
        if (user == null) {
            offer(text.text("StatusCode", "Error").end(), "CreateSession.txt");
            wire.receive(); // its goodbye
            end(NORMAL, login.check().facts());
            return;
        }
        offer(text.text("StatusCode", "Ok").text("SessionId", sessionId).end(), "CreateSession.txt");
        wire.receive();
        if (with.add(this) && login.isSession()) {
            with.takeUp(this);
        }
    }

    private void offer(String text, String type) {
        offer(List.of(new Message(type, "", text)).iterator());
    }

    /** Has messages sent behind those that wait. */
    void offer(Iterator<Message> messages) {
        if (closed || silent) {
            return;
        }
        waiting.add(messages);
        if (waiting.size() > MOST_WAITING) {
            end(TRY_AGAIN_LATER, "the client reads too slowly; " + MOST_WAITING + " changes wait for it");
            return;
        }
        send();
    }

    void ping() {
        if (waiting.isEmpty()) {
            offer(Collections.singletonList(PING).iterator());
        }
    }

    private void send() {
        while (!sending && !closed) {
            Outgoing next = ready.poll();
            if (next != null) {
                transmit(next);
            } else if (held != null) {
                return;
            } else {
                Message message = poll();
                if (message == null) {
                    return;
                }
                meetGate(message);
            }
        }
    }

    private @Nullable Message poll() {
        while (!waiting.isEmpty()) {
            Iterator<Message> first = waiting.element();
            if (first.hasNext()) {
                return first.next();
            }
            waiting.remove();
        }
        return null;
    }

    private void meetGate(Message message) {
        Optional<Gates.Hold> gate = world.holdMessage(message.path(streamer), () -> streams.execute(this::letGo));
        if (gate.isPresent()) {
            held = new Held(message, gate.get());
            endLater(gate.get(), gate.get().limit());
        } else {
            meetFault(message, List.of());
        }
    }

    private void endLater(Gates.Hold hold, Duration after) {
        streams.later(
                () -> {
                    if (!hold.end()) {
                        endLater(hold, RETRY); // else the message would wait for ever
                    }
                },
                after);
    }

    private void letGo() {
        Held was = held;
        if (was != null) {
            held = null;
            meetFault(was.message(), List.of(was.gate().gate()));
            send();
        }
    }

    private void meetFault(Message message, List<String> gates) {
        Optional<LiveFault> struck = world.strike(FaultPoint.MESSAGE, "", message.path(streamer));
        if (struck.isEmpty()) {
            ready.add(new Outgoing(message, null, gates));
            ready.addAll(swapped);
            swapped.clear();
            return;
        }
        FaultEffect effect = struck.get().fault().effect();
        world.encounters().meet(incident(effect));
        StruckFault fault = new StruckFault(struck.get().id(), "message", effect.word());
        Outgoing harmed = new Outgoing(message, fault, gates);
        if (effect instanceof FaultEffect.Twice) {
            ready.add(harmed);
            ready.add(harmed);
        } else if (effect instanceof FaultEffect.Swap) {
            swapped.add(harmed);
        } else if (effect instanceof FaultEffect.Late delay) {
            late.add(new Late(harmed, later(world.now(), delay.by())));
            if (among != null) {
                among.wakeUpWhenDue();
            }
        } else {
            log(Way.LOST, harmed);
            lose(effect, fault.id());
        }
    }

    private static Incident incident(FaultEffect effect) {
        if (effect instanceof FaultEffect.Twice) {
            return Incident.MESSAGE_TWICE;
        }
        if (effect instanceof FaultEffect.Swap || effect instanceof FaultEffect.Late) {
            return Incident.MESSAGE_OVERTAKEN;
        }
        return effect instanceof FaultEffect.Close ? Incident.STREAM_ENDED : Incident.MESSAGE_LOST;
    }

    private static Instant later(Instant now, Duration by) {
        return Instant.MAX.minus(by).isAfter(now) ? now.plus(by) : Instant.MAX;
    }

    private void lose(FaultEffect effect, String faultId) {
        if (effect instanceof FaultEffect.Silence) {
            silent = true;
            waiting.clear();
        } else if (effect instanceof FaultEffect.Close close) {
            if (close.code().isPresent()) {
                end(close.code().getAsInt(), "fault " + faultId);
            } else {
                closed = true;
                wire.abort();
            }
        }
    }

    private void transmit(Outgoing next) {
        if (!next.message().equals(PING)) { // which comes by the real time, and nobody waits for it
            log(Way.SENT, next);
        }
        sending = true;
        transmitting = true;
        wire.send(next.message().text(), this::sent);
        transmitting = false;
    }

    private void sent() {
        if (streams.isCurrent() && transmitting) {
            sending = false;
        } else {
            streams.execute(() -> {
                sending = false;
                send();
            });
        }
    }

    private void log(Way way, Outgoing message) {
        Message told = message.message();
        world.streamLog()
                .add(new StreamMessage(
                        0,
                        world.now(),
                        number,
                        way,
                        told.type(),
                        told.key(),
                        told.text(),
                        message.fault(),
                        message.gates(),
                        null));
    }

    /** When the next late message is due; null when there is none. */
    @Nullable Instant nextDue() {
        return late.stream().map(Late::due).min(Instant::compareTo).orElse(null);
    }

    void sendDue(Instant now) {
        if (late.isEmpty()) {
            return;
        }
        List<Late> due = late.stream()
                .filter(each -> !each.due().isAfter(now))
                .sorted(Comparator.comparing(Late::due))
                .toList();
        late.removeAll(due);
        due.forEach(each -> ready.add(each.message()));
        send();
    }

    @Override
    public void received(String text) {
        streams.execute(() -> {
            WorldStream with = among;
            User user = login.user();
            if (!closed && with != null && user != null) {
                new CommandCall(this, with, world, user).run(text, number);
            }
            wire.receive();
        });
    }

    /** Answers a command. */
    void answer(StreamCommand command, @Nullable String problem) {
        offer(command.answer(problem, world.settings().reasons()), command.name());
    }

    @Override
    public void closed() {
        streams.execute(() -> {
            closed = true;
            if (among != null) {
                among.remove(this);
            }
            streams.leavePlace();
        });
    }

    /** Says goodbye behind what is on its way, and closes; at the latest when the client has not taken it for a while. */
    void end(int code, String reason) {
        if (!closed) {
            send();
            closed = true;
            wire.close(code, reason);
            streams.later(wire::abort, GOODBYE);
        }
    }
}
