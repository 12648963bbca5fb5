package io.github.etnasandbox.http;

import io.github.etnasandbox.api.ApiResponse;
import io.github.etnasandbox.fault.EffectCases;
import io.github.etnasandbox.fault.FaultEffect;
import io.github.etnasandbox.fault.Faults;
import io.github.etnasandbox.fault.StandingFault;
import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.journal.HeaderField;
import io.github.etnasandbox.world.World;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Does to a request what the fault says that struck it. Each case tells whether the request goes on all the same. */
final class WireFault implements EffectCases<Boolean> {
    private final StandingFault fault;
    private final Context context;
    private final boolean reasons;
    private final @Nullable ApiResponse response;
    private final Recording recording;
    private final BareConnection connection;

    /** Keeps the exchange in the journal, with what is sent; null for nothing. Called before any of it is. */
    @FunctionalInterface
    interface Recording {
        void of(Exchange.@Nullable Response sent);
    }

    /**
     * Makes what is to be done.
     *
     * @param response the answer that is struck; null where there is none yet
     * @param recording called once unless the request goes on
     */
    WireFault(StandingFault fault, Context context, World world, @Nullable ApiResponse response, Recording recording) {
        this.fault = fault;
        this.context = context;
        this.reasons = world.settings().reasons();
        this.response = response;
        this.recording = recording;
        this.connection = BareConnection.of(context.req());
    }

    /** Strikes; tells whether the request goes on as if nothing had been, else nothing more is to be written. */
    boolean goesOn() {
        return fault.fault().effect().match(this);
    }

    @Override
    public Boolean delay(FaultEffect.Delay delay) {
        Optional<StandingFault.Wait> room = fault.beginWait();
        if (room.isEmpty()) {
            return noRoom();
        }
        try (StandingFault.Wait wait = room.get()) {
            wait.pass(delay.by());
        }
        return true;
    }

    @Override
    public Boolean status(FaultEffect.Status status) {
        return answer(status, what(status));
    }

    static String what(FaultEffect.Status status) {
        return "status " + status.status();
    }

    @Override
    public Boolean reset() {
        recording.of(null);
        connection.reset();
        return false;
    }

    @Override
    public Boolean close() {
        recording.of(null);
        connection.close();
        return false;
    }

    @Override
    public Boolean truncate(FaultEffect.Truncate truncate) {
        return send(answer -> {
            int body = answer.bodyLength();
            int sent = body == 0
                    ? answer.length() / 2
                    : answer.start() + Math.min(truncate.bytes().orElse(body / 2), body - 1);
            connection.write(answer.bytes(), 0, sent);
        });
    }

    @Override
    public Boolean garble() {
        return send(answer -> connection.write(answer.garbled(), 0, answer.length()));
    }

    @Override
    public Boolean drip(FaultEffect.Drip drip) {
        Optional<StandingFault.Wait> room = fault.beginWait();
        if (room.isEmpty()) {
            return noRoom();
        }
        try (StandingFault.Wait wait = room.get()) {
            return send(answer -> drip(answer, drip, wait));
        }
    }

    private void drip(AnswerBytes answer, FaultEffect.Drip drip, StandingFault.Wait wait) throws IOException {
        connection.write(answer.bytes(), 0, answer.start());
        long piecesLeft = FaultEffect.LONGEST.dividedBy(drip.every());
        int sent = answer.start();
        while (sent < answer.length() && piecesLeft-- > 0 && wait.pass(drip.every())) {
            int end = (int) Math.min((long) sent + drip.bytes(), answer.length());
            connection.write(answer.bytes(), sent, end);
            sent = end;
        }
        connection.write(answer.bytes(), sent, answer.length());
    }

    /** Sends bytes of an answer. */
    @FunctionalInterface
    private interface Sender {
        void send(AnswerBytes answer) throws IOException;
    }

    /** Sends the answer in a way of our own and closes; what the server would write afterwards finds the door shut. */
    private boolean send(Sender sender) {
        ApiResponse whole = Objects.requireNonNull(response, "a fault that harms answers strikes after them");
        List<HeaderField> fields = Wire.fields(whole, reasons, context);
        recording.of(Recorder.recorded(whole, fields));
        Wire.write(context, whole, fields);
        AnswerBytes bytes = AnswerBytes.of(context, whole.bytes());
        context.result(new byte[0]);
        try {
            sender.send(bytes);
        } catch (IOException clientIsGone) {
            // it has seen a fault of its own making
        } finally {
            connection.close();
        }
        return false;
    }

    private boolean noRoom() {
        FaultEffect.Status unavailable = new FaultEffect.Status(503, Map.of(), "");
        return answer(unavailable, Faults.MOST_WAITING + " requests wait because of faults already; answered");
    }

    private boolean answer(FaultEffect.Status status, String what) {
        List<HeaderField> fields = new ArrayList<>();
        status.headers().forEach((name, value) -> fields.add(new HeaderField(name, value)));
        if (reasons) {
            fields.add(new HeaderField("Sandbox-Reason", Wire.headerText(Recorder.reason(fault, what))));
        }
        byte[] body = status.body().getBytes(StandardCharsets.UTF_8);
        recording.of(new Exchange.Response(status.status(), fields, Exchange.Body.of(body)));
        Wire.write(context, status.status(), fields, body);
        return false;
    }
}
