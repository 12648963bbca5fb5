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

    private int int32(String name, Dialect dialect) {
        String text = Objects.requireNonNull(values.get(name), name);
        return Int32.parse(text).orElseThrow(() -> noInt32(name, text, dialect));
    }

    private static Refused noInt32(String name, String text, Dialect dialect) {
        String reason = "path parameter " + name + " is '" + text + "'; an int32 is needed (-2147483648 to 2147483647)";
        if (dialect.bindingErrorsNamed()) {
            return new Refused(Answer.INVALID_PARAMETER
                    .response("parameter", name, "value", text)
                    .because(reason));
        }
        return Answer.INVALID_REQUEST.because(reason);
    }
}
