package io.github.etnasandbox.api;

import io.github.etnasandbox.journal.Check;
import io.github.etnasandbox.journal.HeaderField;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.token.Token;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the API, as a value.
 *
 * @param body the body's exact text; empty for no body at all
 * @param fields the header fields of just this answer, in the order they are sent; those that follow from status and body
 *     are not among them
 * @param checks what decided it, in the order it was checked; only the last one can have failed, and has if the request
 *     was refused
 * @param spent the token that was refused since its time is over or it is revoked; null for most
 * @param pending the answer that is to be waited for; this one is sent when it does not come in time. Null for most
 */
public record ApiResponse(
        Answer answer,
        String body,
        List<HeaderField> fields,
        List<Check> checks,
        @Nullable Token spent,
        @Nullable Pending pending) {

    /** An answer that waits for the venue. A pure function of the state. */
    @FunctionalInterface
    public interface Pending {
        /** Empty while the venue has not answered. */
        Optional<ApiResponse> answer(State state);
    }

    public ApiResponse {
        fields = List.copyOf(fields);
        checks = List.copyOf(checks);
    }

    static ApiResponse of(Answer answer, String body) {
        return new ApiResponse(answer, body, List.of(), List.of(), null, null);
    }

    public int status() {
        return answer.status();
    }

    /** The body in UTF-8; no bytes for no body. */
    public byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** The failed check in one line, null when none failed. */
    public @Nullable String reason() {
        Check failed = Check.failedOf(checks);
        return failed == null ? null : failed.line();
    }

    /** Whether the order cannot be changed as it is. */
    public boolean refusesChange() {
        return answer == Answer.NOT_OUTSTANDING || answer == Answer.NOT_REPLACEABLE;
    }

    /** This answer with one more check, the last one. */
    ApiResponse because(Check check) {
        return new ApiResponse(answer, body, fields, joined(checks, List.of(check)), spent, pending);
    }

    /** This answer, a failed check shown in another way. */
    public ApiResponse withFailed(UnaryOperator<Check> shown) {
        Check failed = Check.failedOf(checks);
        if (failed == null) {
            return this;
        }
        List<Check> all = new ArrayList<>(checks);
        all.set(all.size() - 1, shown.apply(failed));
        return new ApiResponse(answer, body, fields, all, spent, pending);
    }

    /** Ends the request with this answer, at the check that failed. */
    Refused refusal(Check failed) {
        return new Refused(because(failed));
    }

    /** This answer, and the one that is waited for, with other checks in front. */
    ApiResponse after(List<Check> earlier) {
        List<Check> before = List.copyOf(earlier);
        Pending awaited =
                pending == null ? null : state -> pending.answer(state).map(response -> response.after(before));
        return new ApiResponse(answer, body, fields, joined(before, checks), spent, awaited);
    }

    ApiResponse with(String name, String value) {
        return new ApiResponse(
                answer, body, joined(fields, List.of(new HeaderField(name, value))), checks, spent, pending);
    }

    ApiResponse pending(Pending awaited) {
        return new ApiResponse(answer, body, fields, checks, spent, awaited);
    }

    ApiResponse spending(Token token) {
        return new ApiResponse(answer, body, fields, checks, token, pending);
    }

    private static <T> List<T> joined(List<T> first, List<T> then) {
        if (first.isEmpty() || then.isEmpty()) {
            return first.isEmpty() ? then : first;
        }
        List<T> all = new ArrayList<>(first.size() + then.size());
        all.addAll(first);
        all.addAll(then);
        return all;
    }
}
