package io.github.etnasandbox.webhook;

import io.github.etnasandbox.json.Word;

/**
 * What a webhook can be told of. The spelling of each is the name in lower case with a point: {@code order.created}. The broker
 * documents events of transfers, price alerts and account settings as well, of which the sandbox has none.
 *
 * <p>Source: AutoShares' page on webhooks.
 */
public enum WebhookEvent implements Word {
    /** An order was registered, be it rejected right afterwards or not. */
    ORDER_CREATED("order.created"),
    /** An order was wholly executed. */
    ORDER_FILLED("order.filled"),
    /** A part of an order was executed, and some is left. */
    ORDER_PARTIAL_FILL("order.partial_fill"),
    /** An order was canceled, asked for or not. */
    ORDER_CANCELLED("order.cancelled"),
    /** An order was rejected. */
    ORDER_REJECTED("order.rejected"),
    /** An order has other terms. */
    ORDER_REPLACED("order.replaced"),
    /** A position went from nothing to something. */
    POSITION_OPENED("position.opened"),
    /** A position went from something to nothing. */
    POSITION_CLOSED("position.closed");

    private final String word;

    WebhookEvent(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
