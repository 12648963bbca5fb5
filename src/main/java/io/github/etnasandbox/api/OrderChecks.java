package io.github.etnasandbox.api;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.journal.Check;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.venue.RequestResult;

/** What is found of the order that a request names. */
final class OrderChecks {
    private OrderChecks() {}

    static void found(Checks checks, OrderId id, AccountId accountId) {
        checks.pass(Criterion.ORDER, "order " + id + " is on account " + accountId);
    }

    /** The account has the order, and it could be canceled or replaced as it was. */
    static void foundOutstanding(Checks checks, OrderId id, Order before) {
        found(checks, id, before.accountId());
        checks.pass(
                Criterion.STATUS,
                "order " + before.id() + " is " + before.status().word() + ", which is outstanding");
    }

    /** Says why the account has no order for which this came of a request. */
    static Check missing(RequestResult result, AccountId named) {
        return result instanceof RequestResult.OnAnotherAccount other
                ? onAnotherAccount(other.order(), named)
                : unknown(((RequestResult.Unknown) result).id());
    }

    static Check unknown(OrderId id) {
        return Criterion.ORDER.failed("there is no order " + id);
    }

    static Check onAnotherAccount(Order order, AccountId named) {
        return Criterion.ORDER
                .failed("order " + order.id() + " is on account " + order.accountId() + ", not on " + named)
                .withRemedy("name account " + order.accountId() + " in the path, or an order of account " + named);
    }
}
