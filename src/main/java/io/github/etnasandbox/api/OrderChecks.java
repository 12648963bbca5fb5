package io.github.etnasandbox.api;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.journal.Check;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.venue.OrderResult;

/** The checks of the order that a request names. */
final class OrderChecks {
    private OrderChecks() {}

    /** Requires that the account has the order, which is only read. */
    static Order find(Admission admission, OrderId id, AccountId accountId) {
        Order order = admission
                .state()
                .order(id)
                .orElseThrow(() ->
                        Difference.UNKNOWN_ORDER_READ.in(admission.dialect()).refusal(unknown(id)));
        if (!order.accountId().equals(accountId)) {
            throw Difference.UNKNOWN_ORDER_READ.in(admission.dialect()).refusal(onAnotherAccount(order, accountId));
        }
        found(admission, id, accountId);
        return order;
    }

    static void found(Admission admission, OrderId id, AccountId accountId) {
        admission.pass(Criterion.ORDER, "order " + id + " is on account " + accountId);
    }

    /** Notes that the account has the order, and that it was outstanding. */
    static void foundOutstanding(Admission admission, OrderId id, Order before) {
        found(admission, id, before.accountId());
        admission.pass(
                Criterion.STATUS,
                "order " + before.id() + " is " + before.status().word() + ", which is outstanding");
    }

    /** The answer when the account has no such order to cancel or replace. */
    static ApiResponse unknown(Admission admission, OrderResult result, AccountId named) {
        Check failed = result instanceof OrderResult.OnAnotherAccount other
                ? onAnotherAccount(other.order(), named)
                : unknown(((OrderResult.Unknown) result).id());
        return Difference.UNKNOWN_ORDER.in(admission.dialect()).response().because(failed);
    }

    private static Check unknown(OrderId id) {
        return Criterion.ORDER.failed("there is no order " + id);
    }

    private static Check onAnotherAccount(Order order, AccountId named) {
        return Criterion.ORDER
                .failed("order " + order.id() + " is on account " + order.accountId() + ", not on " + named)
                .withRemedy("name account " + order.accountId() + " in the path, or an order of account " + named);
    }
}
