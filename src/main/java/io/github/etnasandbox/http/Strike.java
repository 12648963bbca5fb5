package io.github.etnasandbox.http;

import io.github.etnasandbox.coverage.Incident;
import io.github.etnasandbox.journal.Check;
import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.journal.HeaderField;
import io.github.etnasandbox.live.Faults;
import io.github.etnasandbox.live.Faults.LiveFault;
import io.github.etnasandbox.stage.FaultEffect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fault that struck a request.
 *
 * @param answered whether it was answered in place of the API
 * @param harm what it does to the reply while that is sent; null for nothing
 * @param room one of the places for requests that wait, taken until the reply is sent; null for none
 */
record Strike(LiveFault fault, boolean answered, @Nullable FaultEffect harm, LiveFault.@Nullable Wait room) {

    /**
     * Has a fault strike a request: it waits, or what came of it so far changes.
     *
     * @param delays whether it waits for as long as the fault says
     */
    static Outcome of(LiveFault fault, Outcome outcome, boolean reasons, boolean delays) {
        FaultEffect effect = fault.fault().effect();
        if (effect instanceof FaultEffect.Status status) {
            return answer(outcome, fault, status, what(effect), reasons);
        }
        if (effect instanceof FaultEffect.Delay || effect instanceof FaultEffect.Drip) {
            Optional<LiveFault.Wait> room = fault.beginWait();
            if (room.isEmpty()) {
                FaultEffect.Status unavailable = new FaultEffect.Status(503, Map.of(), "");
                String what = Faults.MOST_WAITING + " requests wait because of faults already; answered";
                return answer(outcome, fault, unavailable, what, reasons);
            }
            if (effect instanceof FaultEffect.Drip) {
                return outcome.struck(new Strike(fault, false, effect, room.get()), outcome.reply());
            }
            try (LiveFault.Wait wait = room.get()) {
                wait.pass(delays ? ((FaultEffect.Delay) effect).by() : Duration.ZERO);
            }
            return outcome.struck(new Strike(fault, false, null, null), outcome.reply());
        }
        boolean loses = effect instanceof FaultEffect.Reset || effect instanceof FaultEffect.Close;
        return outcome.struck(new Strike(fault, false, effect, null), loses ? null : outcome.reply());
    }

    private static Outcome answer(
            Outcome outcome, LiveFault fault, FaultEffect.Status status, String what, boolean reasons) {
        Strike strike = new Strike(fault, true, null, null);
        List<HeaderField> fields = new ArrayList<>();
        status.headers().forEach((name, value) -> fields.add(new HeaderField(name, value)));
        if (reasons) {
            fields.add(Reply.reason(strike.reason(what)));
        }
        return outcome.struck(strike, new Reply(status.status(), fields, status.body()));
    }

    /** Whether the client has the API's own answer in the end. */
    boolean leavesReply() {
        return isSlow() && !answered;
    }

    private boolean isSlow() {
        return fault.fault().effect() instanceof FaultEffect.Delay
                || fault.fault().effect() instanceof FaultEffect.Drip;
    }

    /** What the client meets in place of the answer, or with it. */
    Incident incident(boolean changed) {
        FaultEffect effect = fault.fault().effect();
        if (answered) {
            return changed ? Incident.FAILED_AFTER_CHANGE : Incident.FAILED;
        }
        if (isSlow()) {
            return Incident.SLOW_REPLY;
        }
        boolean broken = effect instanceof FaultEffect.Truncate || effect instanceof FaultEffect.Garble;
        return broken ? Incident.BROKEN_REPLY : changed ? Incident.LOST_REPLY : Incident.NO_REPLY;
    }

    /** The check that failed, in the journal, where the fault kept the request from being decided. */
    Check check() {
        String remedy = "nothing but try again, as a client must; or remove the fault (DELETE /sandbox/faults/"
                + fault.id() + ")";
        return new Check("fault", false, reason(what(fault.fault().effect())), null, remedy);
    }

    Exchange.StruckFault recorded() {
        return new Exchange.StruckFault(
                fault.id(), when(), fault.fault().effect().word());
    }

    private static String what(FaultEffect effect) {
        return effect instanceof FaultEffect.Status status ? "status " + status.status() : effect.word();
    }

    private String reason(String what) {
        return "fault " + fault.id() + ": " + what + " " + when() + " the request was applied";
    }

    private String when() {
        return fault.fault().when().name().toLowerCase(Locale.ROOT);
    }
}
