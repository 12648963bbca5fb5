package io.github.etnasandbox.api;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.user.User;
import io.github.etnasandbox.user.UserId;
import io.github.etnasandbox.world.Dialect;
import java.util.Map;
import java.util.Objects;

/**
 * What stands in the path at the places of a route's braces.
 *
 * @param values parameter name to its text, percent-decoded
 */
record PathParameters(Map<String, String> values) {

    AccountId accountId(Dialect dialect) {
        return new AccountId(int32("accountId", dialect));
    }

    OrderId orderId(Dialect dialect) {
        return new OrderId(int32("orderId", dialect));
    }

    /** The user's id, be it written {@code @me} by the user. */
    UserId userId(User caller, Dialect dialect) {
        return "@me".equals(values.get("userId")) ? caller.id() : new UserId(int32("userId", dialect));
    }

    /** Reads a parameter as .NET reads an int32: an optional sign, digits, leading zeros allowed. */
    private int int32(String name, Dialect dialect) {
        String text = Objects.requireNonNull(values.get(name), name);
        if (isDecimal(text)) {
            try {
                return Integer.parseInt(text);
            } catch (NumberFormatException outOfRange) {
                // answered below, like any other text that is no int32
            }
        }
        String reason = "path parameter " + name + " is '" + text + "'; an int32 is needed (-2147483648 to 2147483647)";
        if (dialect.bindingErrorsNamed()) {
            throw new Refused(Answer.INVALID_PARAMETER
                    .response("parameter", name, "value", text)
                    .because(reason));
        }
        throw Answer.INVALID_REQUEST.because(reason);
    }

    /** Only ASCII digits: Integer.parseInt alone would take the digits of every script. */
    private static boolean isDecimal(String text) {
        int from = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() > from;
    }
}
