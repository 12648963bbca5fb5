package io.github.etnasandbox.journal;

import io.github.etnasandbox.json.JsonText;
import io.github.etnasandbox.json.Printable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One message on a connection to a streamer. Immutable.
 *
 * @param number its place among the messages of its world, from 1, in the order in which they were sent or came; 0 as long as
 *     it is not kept
 * @param at when that was, on the world's clock
 * @param connection the number of its connection among those to the world's streamers, from 1
 * @param way where it went
 * @param type the {@code EntityType} or the {@code Cmd} that it begins with, such as {@code Order}; empty for what is neither
 * @param key whom it tells about: the id of an account, a user or a security; empty for a command
 * @param text all of it
 * @param fault the fault that it met, null for none
 * @param gates the ids of the gates that held it
 * @param reason why the sandbox has refused what came; null when it has not
 */
public record StreamMessage(
        long number,
        Instant at,
        int connection,
        Way way,
        String type,
        String key,
        String text,
        Exchange.@Nullable StruckFault fault,
        List<String> gates,
        @Nullable String reason) {

    /** Where a message went. */
    public enum Way {
        /** To the client. */
        SENT,
        /** Nowhere: a fault has lost it. */
        LOST,
        /** From the client. */
        RECEIVED
    }

    /** Copies the list. */
    public StreamMessage {
        gates = List.copyOf(gates);
    }

    /**
     * {@return what tells messages about one account, user or security}
     *
     * @param type the entity type, such as {@code Order}
     * @param key the id of the account, the user or the security
     */
    public static Predicate<StreamMessage> of(String type, int key) {
        return message -> message.type.equals(type) && message.key.equals(Integer.toString(key));
    }

    /**
     * {@return whether the text has a member with this value}
     *
     * @param name the member's name, such as {@code Status}
     * @param value its value, such as {@code Canceled}
     */
    public boolean has(String name, String value) {
        return text.contains("\"" + name + "\": " + JsonText.quote(value));
    }

    /**
     * {@return this message with its place}
     *
     * @param place from 1
     */
    public StreamMessage numbered(long place) {
        return new StreamMessage(place, at, connection, way, type, key, text, fault, gates, reason);
    }

    /** {@return this message in one line, such as {@code #7 connection 1 sent {"EntityType": "Order", …}}} */
    public String line() {
        return Printable.line("#" + number + " connection " + connection + " "
                + way.name().toLowerCase(Locale.ROOT)
                + " " + text
                + (reason == null ? "" : " (" + reason + ")")
                + (fault == null ? "" : " [fault " + fault.id() + ": " + fault.effect() + "]"));
    }
}
