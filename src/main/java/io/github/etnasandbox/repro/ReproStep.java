package io.github.etnasandbox.repro;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.journal.HeaderField;
import io.github.etnasandbox.json.Word;
import io.github.etnasandbox.live.Recording;
import io.github.etnasandbox.live.Step;
import io.github.etnasandbox.stage.FaultPoint;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One step: a request to the API with what came of it, or a control request.
 *
 * @param at the world's instant
 * @param request the request to the API; null for a control request
 * @param answer what was answered; null when nothing was, and for a control request
 * @param fault what struck it; null for nothing
 * @param underWay true when the request was applied and not answered yet; null for other steps
 * @param control the control request; null for a request to the API
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReproStep(
        Instant at,
        @Nullable Request request,
        @Nullable Answer answer,
        @Nullable Struck fault,
        @Nullable Boolean underWay,
        @Nullable ControlRequest control) {

    public ReproStep {
        Objects.requireNonNull(at, "there is no at");
        if ((request == null) == (control == null)) {
            throw new IllegalArgumentException("there must be a request or a control, and not both");
        }
    }

    /**
     * A request to the API.
     *
     * @param path the path inside the world
     * @param url the absolute URL that it was sent to, without the query
     * @param body the body, where it is a text; null for none
     * @param base64 the body, where it is no UTF-8; null where it is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Request(
            String method,
            String path,
            @Nullable String query,
            String url,
            List<HeaderField> headers,
            @Nullable String body,
            @Nullable String base64) {
        private static final Pattern FINGERPRINT = Pattern.compile("sha256:[0-9a-f]{8}");

        public Request {
            Objects.requireNonNull(method, "there is no method");
            Objects.requireNonNull(path, "there is no path");
            Objects.requireNonNull(url, "there is no url");
            headers = whole(headers);
            if (base64 != null) {
                Base64.getDecoder().decode(base64); // says what is wrong with it
            }
        }

        static Request of(Step.Sent sent) {
            Exchange.Request request = sent.request();
            return new Request(
                    request.method(),
                    request.path(),
                    request.query(),
                    request.url(),
                    request.headers(),
                    sent.base64() == null && request.body().bytes() > 0
                            ? request.body().text()
                            : null,
                    sent.base64());
        }

        /** The bytes of the body, none for none. */
        public byte[] content() {
            return base64 != null
                    ? Base64.getDecoder().decode(base64)
                    : body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        }

        /** The names of the header fields whose credential the world did not know, so that only a fingerprint is here. */
        public List<String> unknownCredentials() {
            return headers.stream()
                    .filter(field -> FINGERPRINT.matcher(field.value()).find())
                    .map(HeaderField::name)
                    .toList();
        }
    }

    /**
     * An answer, its token replaced by a fingerprint.
     *
     * @param headers the header fields, without those that explain, and those for pages of other origins
     * @param body the body, or the beginning of a long one
     * @param bytes how long the whole body is
     * @param sum a checksum of the whole body; null where {@code body} is that
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(
            int status,
            List<HeaderField> headers,
            String body,
            int bytes,
            @Nullable String sum) {
        private static final int SHOWN_AROUND = 40;

        public Answer {
            headers = whole(headers);
            Objects.requireNonNull(body, "there is no body");
        }

        private static final Pattern ASIDE = Pattern.compile("(?i)sandbox-.*|access-control-.*|vary");

        static @Nullable Answer of(Exchange.@Nullable Response response, @Nullable String sum) {
            return response == null
                    ? null
                    : new Answer(
                            response.status(),
                            response.headers().stream()
                                    .filter(field ->
                                            !ASIDE.matcher(field.name()).matches())
                                    .toList(),
                            response.body().text(),
                            response.body().bytes(),
                            sum);
        }

        @Nullable String differenceTo(Answer now) {
            if (status != now.status) {
                return "status: " + status + ", now " + now.status;
            }
            if (!headers.equals(now.headers)) {
                return "header fields: " + told(headers) + ", now " + told(now.headers);
            }
            if (!body.equals(now.body)) {
                int at = Arrays.mismatch(body.toCharArray(), now.body.toCharArray());
                return "body, from character " + (at + 1) + ": " + around(body, at) + ", now " + around(now.body, at);
            }
            return bytes == now.bytes && Objects.equals(sum, now.sum)
                    ? null
                    : "body, after its first " + Exchange.Body.LIMIT + " bytes: " + bytes + " bytes with " + sum
                            + ", now " + now.bytes + " with " + now.sum;
        }

        private static String told(List<HeaderField> fields) {
            return fields.stream()
                    .map(field -> field.name() + ": " + field.value())
                    .collect(Collectors.joining(", ", "[", "]"));
        }

        private static String around(String text, int at) {
            int from = Math.max(0, at - SHOWN_AROUND);
            int to = Math.min(text.length(), at + SHOWN_AROUND);
            return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
        }

        @Override
        public String toString() {
            return status + " " + told(headers) + (body.isEmpty() ? "" : " " + around(body, 0));
        }
    }

    /**
     * The fault that struck a request.
     *
     * @param id its id where the steps are played
     * @param when before or after the request was applied
     * @param effect what it did
     */
    public record Struck(String id, String when, String effect) {
        /** Effects that take time and change nothing: played again, they take none. */
        private static final Set<String> SLOW = Set.of("delay", "drip");

        public Struck {
            Objects.requireNonNull(id, "the fault has no id");
            Objects.requireNonNull(when, "the fault has no when");
            Objects.requireNonNull(effect, "the fault has no effect");
        }

        /** @param idOf tells the id of a fault where the steps are played */
        static @Nullable Struck of(Exchange.@Nullable StruckFault fault, UnaryOperator<String> idOf) {
            return fault == null ? null : new Struck(idOf.apply(fault.id()), fault.when(), fault.effect());
        }

        private static String harm(@Nullable Struck fault) {
            return fault == null || SLOW.contains(fault.effect) ? "none" : fault.effect + " " + fault.when;
        }
    }

    private static List<HeaderField> whole(@Nullable List<HeaderField> headers) {
        for (HeaderField field : Objects.requireNonNull(headers, "there are no headers")) {
            Objects.requireNonNull(field.name(), "a header has no name");
            Objects.requireNonNull(field.value(), "a header has no value");
        }
        return List.copyOf(headers);
    }

    private static ReproStep of(Step step, Step.Sent sent, UnaryOperator<String> faultId) {
        Exchange exchange = step.exchange();
        return exchange == null
                ? new ReproStep(step.at(), Request.of(sent), null, null, true, null)
                : new ReproStep(
                        step.at(),
                        Request.of(sent),
                        Answer.of(exchange.response(), sent.answerSum()),
                        Struck.of(exchange.fault(), faultId),
                        null,
                        null);
    }

    /** Whether it was not known yet what came of it. */
    public boolean lacksAnswer() {
        return Boolean.TRUE.equals(underWay);
    }

    /** Whether a fault of this id struck the request at that point. */
    public boolean wasStruck(String id, FaultPoint point) {
        return fault != null && fault.id().equals(id) && fault.when().equals(Word.of(point));
    }

    /**
     * How what came of the same request now is not what came of it here; null when it is.
     *
     * @param answerSum the checksum of an answer that the exchange does not have whole, null for another
     */
    public @Nullable String differenceTo(Exchange now, @Nullable String answerSum) {
        if (lacksAnswer()) {
            return null;
        }
        String then = Struck.harm(fault);
        String struck = Struck.harm(Struck.of(now.fault(), UnaryOperator.identity()));
        if (!then.equals(struck)) {
            return "fault: " + then + ", now " + struck;
        }
        Answer given = Answer.of(now.response(), answerSum);
        if (answer == null || given == null) {
            return Objects.equals(answer, given) ? null : "answer: " + told(answer) + ", now " + told(given);
        }
        return answer.differenceTo(given);
    }

    private static String told(@Nullable Object part) {
        return part == null ? "none" : part.toString();
    }

    /** @param faultIds the ids of the faults that stood at the beginning */
    static List<ReproStep> of(Recording recording, List<String> faultIds) {
        List<ReproStep> steps = new ArrayList<>();
        ControlRequests requests = new ControlRequests(faultIds);
        for (Step step : recording.steps()) {
            if (step.action() != null) {
                requests.of(step.action())
                        .ifPresent(control -> steps.add(new ReproStep(step.at(), null, null, null, null, control)));
            } else if (step.sent() != null) {
                steps.add(of(step, step.sent(), requests::faultId));
            }
        }
        return List.copyOf(steps);
    }
}
