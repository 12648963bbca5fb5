package io.github.etnasandbox.stage;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What a fault does to a request it strikes. {@link #delay}, {@link #status}, {@link #reset} and {@link #close} go before
 * and after the request is applied; {@link #truncate}, {@link #garble} and {@link #drip} need an answer, and go after.
 * A message of a streamer can suffer {@link #drop}, {@link #twice}, {@link #swap}, {@link #late}, {@link #silence} and {@link
 * #close}.
 *
 * <p>Immutable values. A truncated, garbled or dripped answer is the last one of its connection.
 */
public sealed interface FaultEffect {
    /** The most real time that one request spends with an effect. */
    Duration LONGEST = Duration.ofMinutes(5);

    /** The most time of the world's clock by which a message is late. */
    Duration LATEST = Duration.ofDays(366);

    /** {@return the effect's name, here and in JSON, such as {@code delay}} */
    default String word() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** {@return whether there must be an answer for it to harm: it only goes with {@link FaultPoint#AFTER}} */
    default boolean needsAnswer() {
        return this instanceof Truncate || this instanceof Garble || this instanceof Drip;
    }

    /** {@return whether it goes with {@link FaultPoint#MESSAGE} only} */
    default boolean isOfMessages() {
        return this instanceof Drop
                || this instanceof Twice
                || this instanceof Swap
                || this instanceof Late
                || this instanceof Silence;
    }

    /**
     * {@return an effect that makes the request, or its answer, wait}
     *
     * @param by how long, in real time; more than zero, at most {@link #LONGEST}
     * @throws IllegalArgumentException when the time is out of its range
     */
    static FaultEffect delay(Duration by) {
        return new Delay(by);
    }

    /**
     * {@return an effect that answers with a status, and no body}
     *
     * @param status 200 to 599
     * @throws IllegalArgumentException when the status is out of its range
     */
    static FaultEffect status(int status) {
        return status(status, Map.of(), "");
    }

    /**
     * {@return an effect that answers with a status, headers and a body}
     *
     * @param status 200 to 599
     * @param headers header fields, {@code Content-Type} too if there is to be one; not the length, which is the server's
     * @param body the body, sent in UTF-8; empty for none
     * @throws IllegalArgumentException when they make no answer
     */
    static FaultEffect status(int status, Map<String, String> headers, String body) {
        return new Status(status, headers, body);
    }

    /** {@return an effect that resets the connection, as a crashed host or a firewall does} */
    static FaultEffect reset() {
        return new Reset();
    }

    /** {@return an effect that closes the connection without a byte of an answer, or of a goodbye} */
    static FaultEffect close() {
        return new Close(OptionalInt.empty());
    }

    /**
     * {@return an effect that closes the connection of a streamer in place of a message, and says goodbye}
     *
     * @param code the status code of the close frame, 1000 to 4999 but for those that are never sent
     * @throws IllegalArgumentException when no close frame has such a code
     */
    static FaultEffect close(int code) {
        return new Close(OptionalInt.of(code));
    }

    /** {@return an effect that loses a message} */
    static FaultEffect drop() {
        return new Drop();
    }

    /** {@return an effect that sends a message twice} */
    static FaultEffect twice() {
        return new Twice();
    }

    /** {@return an effect that sends a message behind the one that follows it} */
    static FaultEffect swap() {
        return new Swap();
    }

    /**
     * {@return an effect that sends a message later, while others pass it}
     *
     * @param by how much later on the world's clock; more than zero, at most {@link #LATEST}
     * @throws IllegalArgumentException when the time is out of its range
     */
    static FaultEffect late(Duration by) {
        return new Late(by);
    }

    /** {@return an effect that loses a message and all that follow it, while the connection stays} */
    static FaultEffect silence() {
        return new Silence();
    }

    /**
     * {@return an effect that sends half of the answer's body under the full {@code Content-Length}, and closes; of an answer
     * without a body half of the head is sent}
     */
    static FaultEffect truncate() {
        return new Truncate(OptionalInt.empty());
    }

    /**
     * {@return an effect that sends some bytes of the answer's body under the full {@code Content-Length}, and closes; of an
     * answer without a body half of the head is sent}
     *
     * @param bytes how many, 0 or more; at least one byte is left out
     * @throws IllegalArgumentException when the number is below 0
     */
    static FaultEffect truncate(int bytes) {
        return new Truncate(OptionalInt.of(bytes));
    }

    /**
     * {@return an effect that changes every byte of the answer's body, the same way each time: it keeps its length and is no
     * JSON; of an answer without a body the status line is changed}
     */
    static FaultEffect garble() {
        return new Garble();
    }

    /**
     * {@return an effect that sends the answer's body a few bytes at a time, of an answer without a body the head; what is not
     * sent within {@link #LONGEST} is sent at once then}
     *
     * @param every the real time before each piece; more than zero, at most {@link #LONGEST}
     * @param bytes the size of a piece, 1 or more
     * @throws IllegalArgumentException when one of the two is out of its range
     */
    static FaultEffect drip(Duration every, int bytes) {
        return new Drip(every, bytes);
    }

    /**
     * A wait.
     *
     * @param by real time, more than zero and at most {@link #LONGEST}
     */
    record Delay(Duration by) implements FaultEffect {
        /** Rejects a time out of its range. */
        public Delay {
            requireInRange("a delay", by, LONGEST);
        }
    }

    /**
     * An answer of the fault's own.
     *
     * @param status 200 to 599
     * @param headers header fields in their order, unmodifiable
     * @param body the body, empty for none; at most 10 000 characters
     */
    record Status(int status, Map<String, String> headers, String body) implements FaultEffect {
        private static final int LONGEST_BODY = 10_000;
        private static final int LONGEST_HEAD = 4_000;
        private static final List<Integer> WITHOUT_BODY = List.of(204, 205, 304);
        private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+"); // RFC 9110, 5.6.2
        private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");
        private static final List<String> OF_THE_SERVER = List.of("content-length", "transfer-encoding");

        /** Rejects what cannot be sent, or written down. */
        public Status {
            if (status < 200 || status > 599) {
                throw new IllegalArgumentException("the status is " + status + "; it must be from 200 to 599");
            }
            if (WITHOUT_BODY.contains(status) && !body.isEmpty()) {
                throw new IllegalArgumentException("an answer " + status + " has no body");
            }
            if (body.length() > LONGEST_BODY) {
                throw new IllegalArgumentException(
                        "the body has " + body.length() + " characters; it may have " + LONGEST_BODY);
            }
            int length = 0;
            for (Map.Entry<String, String> header : headers.entrySet()) {
                requireHeader(header.getKey(), header.getValue());
                length += header.getKey().length() + header.getValue().length();
            }
            if (length > LONGEST_HEAD) {
                throw new IllegalArgumentException(
                        "the headers have " + length + " characters; they may have " + LONGEST_HEAD);
            }
            headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        }

        private static void requireHeader(String name, String value) {
            if (!TOKEN.matcher(name).matches()) {
                throw new IllegalArgumentException("'" + name + "' is no name of a header");
            }
            if (OF_THE_SERVER.stream().anyMatch(name::equalsIgnoreCase)) {
                throw new IllegalArgumentException("the header " + name + " is the server's own");
            }
            if (!PRINTABLE.matcher(value).matches()) {
                throw new IllegalArgumentException("the header " + name + " may hold printable ASCII characters only");
            }
        }
    }

    /** A reset connection. */
    record Reset() implements FaultEffect {}

    /**
     * A closed connection.
     *
     * @param code what the close frame of a streamer says; empty for no such frame
     */
    record Close(OptionalInt code) implements FaultEffect {
        private static final List<Integer> NEVER_SENT = List.of(1004, 1005, 1006, 1015); // RFC 6455, 7.4.1

        /** Rejects a code that no close frame has. */
        public Close {
            int sent = code.orElse(1000);
            if (sent < 1000 || sent > 4999 || NEVER_SENT.contains(sent)) {
                throw new IllegalArgumentException("the code is " + sent
                        + "; a close frame has one from 1000 to 4999, and never 1004, 1005, 1006 or 1015");
            }
        }
    }

    /** A message that is lost. */
    record Drop() implements FaultEffect {}

    /** A message that comes twice. */
    record Twice() implements FaultEffect {}

    /** A message that comes behind the one that follows it. */
    record Swap() implements FaultEffect {}

    /**
     * A message that comes later.
     *
     * @param by how much later on the world's clock, more than zero and at most {@link #LATEST}
     */
    record Late(Duration by) implements FaultEffect {
        /** Rejects a time out of its range. */
        public Late {
            requireInRange("the time that a message is late", by, LATEST);
        }
    }

    /** A connection on which nothing comes any more. */
    record Silence() implements FaultEffect {}

    /**
     * An answer that ends too early.
     *
     * @param bytes how many of the body are sent, 0 or more; empty for half of them
     */
    record Truncate(OptionalInt bytes) implements FaultEffect {
        /** Rejects a number below 0. */
        public Truncate {
            if (bytes.orElse(0) < 0) {
                throw new IllegalArgumentException("bytes is " + bytes.getAsInt() + "; it must be 0 or more");
            }
        }
    }

    /** An answer whose bytes are changed. */
    record Garble() implements FaultEffect {}

    /**
     * An answer that comes in small pieces.
     *
     * @param every the real time before each piece, more than zero and at most {@link #LONGEST}
     * @param bytes the size of a piece, 1 or more
     */
    record Drip(Duration every, int bytes) implements FaultEffect {
        /** Rejects what is out of its range. */
        public Drip {
            requireInRange("the time between two pieces", every, LONGEST);
            if (bytes < 1) {
                throw new IllegalArgumentException("bytes is " + bytes + "; it must be 1 or more");
            }
        }
    }

    private static void requireInRange(String what, Duration time, Duration most) {
        if (time.isNegative() || time.isZero() || time.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    what + " is " + time + "; it must be more than zero and at most " + most);
        }
    }
}
