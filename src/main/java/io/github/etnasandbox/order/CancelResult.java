package io.github.etnasandbox.order;

import io.github.etnasandbox.account.AccountId;

/**
 * What became of a cancel: the order was canceled, or exactly one reason why it was not.
 */
public sealed interface CancelResult {

    /**
     * The order was outstanding and is canceled now.
     *
     * @param order the order after the cancel
     */
    record Canceled(Order order) implements CancelResult {}

    /**
     * The order is in a state from which it cannot be canceled; it was left as it is.
     *
     * @param order the untouched order
     */
    record NotOutstanding(Order order) implements CancelResult {}

    /**
     * The order exists, but under another account than the one named; it was left as it is.
     *
     * @param order the untouched order
     * @param named the account that was named
     */
    record OnAnotherAccount(Order order, AccountId named) implements CancelResult {}

    /**
     * There is no such order.
     *
     * @param id the id that names nothing
     */
    record Unknown(OrderId id) implements CancelResult {}
}
