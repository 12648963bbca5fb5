package io.github.etnasandbox.api;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.journal.Check;
import io.github.etnasandbox.json.Int32;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.user.User;
import io.github.etnasandbox.user.UserId;
import io.github.etnasandbox.world.Dialect;
import java.util.Map;
import java.util.Objects;

/** The values of a route's parameters in the path. */
record PathParameters(Map<String, String> values) {

    AccountId accountId(Admission admission) {
        return new AccountId(int32("accountId", admission));
    }

    OrderId orderId(Admission admission) {
        return new OrderId(int32("orderId", admission));
    }

    /** The user's id; {@code @me} is the caller's. */
    UserId userId(User caller, Admission admission) {
        if ("@me".equals(values.get("userId"))) {
            admission.pass(Criterion.IDS, "userId is @me, the token's user " + caller.id());
            return caller.id();
        }
        return new UserId(int32("userId", admission));
    }

    /** A security's symbol, or what stands in its place. */
    String symbol() {
        return Objects.requireNonNull(values.get("symbol"), "symbol");
    }

    private int int32(String name, Admission admission) {
        String text = Objects.requireNonNull(values.get(name), name);
        int value = Int32.parse(text).orElseThrow(() -> noInt32(name, text, admission.dialect()));
        admission.pass(Criterion.IDS, name + " is " + value);
        return value;
    }

    private static Refused noInt32(String name, String text, Dialect dialect) {
        Check failed = Criterion.IDS.failed(
                "path parameter " + name + " is '" + text + "'; an int32 is needed (-2147483648 to 2147483647)");
        return Difference.INVALID_ID
                .in(dialect)
                .response("parameter", name, "value", text)
                .refusal(failed);
    }
}
