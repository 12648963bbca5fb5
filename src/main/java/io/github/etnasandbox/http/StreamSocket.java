package io.github.etnasandbox.http;

import io.github.etnasandbox.stream.Streams;
import io.github.etnasandbox.stream.Wire;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;

/** The WebSocket of one connection to a streamer: texts in both directions (RFC 6455). */
final class StreamSocket implements FrameHandler, Wire {
    private static final int LONGEST_TEXT = 64 * 1024;

    private final Function<Wire, Streams.Opened> opening;
    private final ByteArrayOutputStream text = new ByteArrayOutputStream(0);
    private volatile @Nullable CoreSession session;
    private volatile Streams.@Nullable Opened opened;

    /** @param opening is told when there is something to write to */
    StreamSocket(Function<Wire, Streams.Opened> opening) {
        this.opening = opening;
    }

    @Override
    public void onOpen(CoreSession core, Callback callback) {
        session = core;
        callback.succeeded();
        Streams.Opened reader = opening.apply(this);
        opened = reader; // before anything is asked for, which comes to it
        reader.begin();
    }

    @Override
    public void onFrame(Frame frame, Callback callback) {
        byte[] payload = BufferUtil.toArray(frame.getPayload());
        CoreSession core = session;
        if (core == null) {
            callback.succeeded();
            return;
        }
        switch (frame.getOpCode()) {
            case OpCode.TEXT, OpCode.CONTINUATION -> {
                callback.succeeded();
                read(core, payload, frame.isFin());
            }
            case OpCode.PING -> {
                callback.succeeded();
                core.sendFrame(new Frame(OpCode.PONG, BufferUtil.toBuffer(payload)), Callback.NOOP, false);
                core.demand();
            }
            case OpCode.BINARY -> {
                callback.succeeded();
                core.close(CloseStatus.BAD_DATA, "commands are texts", Callback.NOOP);
            }
            case OpCode.CLOSE -> callback.succeeded(); // Jetty answers it
            default -> {
                callback.succeeded();
                core.demand();
            }
        }
    }

    private void read(CoreSession core, byte[] payload, boolean isLast) {
        if (text.size() + payload.length > LONGEST_TEXT) {
            core.close(CloseStatus.MESSAGE_TOO_LARGE, "a command may have " + LONGEST_TEXT + " bytes", Callback.NOOP);
            core.demand();
            return;
        }
        text.write(payload, 0, payload.length);
        Streams.Opened reader = opened;
        if (isLast && reader != null) {
            String command = text.toString(StandardCharsets.UTF_8);
            text.reset();
            reader.received(command);
        } else {
            core.demand();
        }
    }

    @Override
    public void onError(Throwable cause, Callback callback) {
        callback.succeeded(); // its end is told
    }

    @Override
    public void onClosed(CloseStatus status, Callback callback) {
        callback.succeeded();
        Streams.Opened reader = opened;
        if (reader != null) {
            reader.closed();
        }
    }

    @Override
    public void send(String message, Runnable sent) {
        CoreSession core = session;
        if (core != null) {
            core.sendFrame(new Frame(OpCode.TEXT, message), Callback.from(sent, failure -> {}), false);
        }
    }

    @Override
    public void close(int code, String reason) {
        CoreSession core = session;
        if (core != null) {
            core.close(code, reason, Callback.NOOP);
        }
    }

    @Override
    public void abort() {
        CoreSession core = session;
        if (core != null) {
            core.abort();
        }
    }

    @Override
    public void receive() {
        CoreSession core = session;
        if (core != null) {
            core.demand();
        }
    }
}
