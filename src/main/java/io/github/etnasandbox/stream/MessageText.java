package io.github.etnasandbox.stream;

import io.github.etnasandbox.json.JsonNumber;
import io.github.etnasandbox.json.JsonText;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.security.TradingCalendar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Spells a message as the streamers do: a flat object whose values are all texts, with a space after each colon and each comma.
 * One public client finds the first member by exactly these bytes. Not thread-safe.
 */
final class MessageText {
    private static final int DECIMALS = 5;

    private final StringBuilder json = new StringBuilder(1_200);

    /** Begins with the member that tells messages apart. */
    MessageText(String name, String value) {
        json.append("{\"").append(name).append("\": ");
        JsonText.quote(value, json);
    }

    static MessageText of(Entity entity) {
        return new MessageText("EntityType", entity.word());
    }

    static MessageText command(String command) {
        return new MessageText("Cmd", command);
    }

    /** Adds a member; an empty text where there is no value. */
    MessageText text(String name, @Nullable String value) {
        json.append(", \"").append(name).append("\": ");
        JsonText.quote(value == null ? "" : value, json);
        return this;
    }

    MessageText id(String name, int value) {
        return text(name, Integer.toString(value));
    }

    /** Adds a number with five decimals. */
    MessageText decimal(String name, double value) {
        return decimal(name, BigDecimal.valueOf(value));
    }

    MessageText decimal(String name, BigDecimal value) {
        return text(name, value.setScale(DECIMALS, RoundingMode.HALF_EVEN).toPlainString());
    }

    /** Adds a number in its shortest form. */
    MessageText shortest(String name, double value) {
        return text(name, JsonNumber.spell(value));
    }

    /** Adds an instant in milliseconds since 1970. */
    MessageText millis(String name, Instant value) {
        return text(name, Long.toString(value.toEpochMilli()));
    }

    /** Adds by how much the clocks of New York differ from UTC at an instant, in milliseconds. */
    MessageText offset(String name, Instant at) {
        long millis = at.equals(Order.UNSET) ? 0 : TradingCalendar.offset(at).toMillis();
        return text(name, Long.toString(millis));
    }

    String end() {
        return json.append('}').toString();
    }
}
