package io.github.etnasandbox.http;

import io.github.etnasandbox.api.ApiResponse;
import io.github.etnasandbox.fault.EffectCases;
import io.github.etnasandbox.fault.FaultEffect;
import io.github.etnasandbox.fault.FaultPoint;
import io.github.etnasandbox.fault.Faults;
import io.github.etnasandbox.fault.StandingFault;
import io.github.etnasandbox.world.World;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/** Does to a request what the fault says that struck it. Each case tells whether the request goes on all the same. */
final class WireFault implements EffectCases<Boolean> {
    private final StandingFault fault;
    private final Context context;
    private final boolean reasons;
    private final @Nullable ApiResponse response;
    private final BareConnection connection;

    private WireFault(StandingFault fault, Context context, boolean reasons, @Nullable ApiResponse response) {
        this.fault = fault;
        this.context = context;
        this.reasons = reasons;
        this.response = response;
        this.connection = BareConnection.of(context.req());
    }

    /**
     * Strikes.
     *
     * @param response the answer that is struck; null where there is none yet
     * @return whether the request goes on as if nothing had been; else nothing more is to be written
     */
    static boolean goesOn(StandingFault fault, Context context, World world, @Nullable ApiResponse response) {
        return fault.fault()
                .effect()
                .match(new WireFault(fault, context, world.settings().reasons(), response));
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
        answer(status.status(), "status " + status.status());
        HttpFields.Mutable fields = ServletContextRequest.getServletContextRequest(context.req())
                .getServletContextResponse()
                .getWrapped()
                .getHeaders();
        status.headers().forEach(fields::add);
        if (!status.body().isEmpty()) {
            context.result(status.body().getBytes(StandardCharsets.UTF_8));
        }
        return false;
    }

    @Override
    public Boolean reset() {
        connection.reset();
        return false;
    }

    @Override
    public Boolean close() {
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
        Wire.write(context, whole, reasons);
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
        answer(503, Faults.MOST_WAITING + " requests wait because of faults already; answered");
        return false;
    }

    private void answer(int status, String what) {
        context.res().setContentType(null); // Javalin has set text/plain before anyone was asked
        context.status(status);
        if (reasons) {
            String when = fault.fault().when() == FaultPoint.BEFORE ? "before" : "after";
            String reason = "fault " + fault.id() + ": " + what + " " + when + " the request was applied";
            context.header("Sandbox-Reason", Wire.headerText(reason));
        }
    }
}
