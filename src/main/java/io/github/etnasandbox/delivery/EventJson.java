package io.github.etnasandbox.delivery;

import io.github.etnasandbox.account.Position;
import io.github.etnasandbox.json.JsonNumber;
import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderTerms;
import io.github.etnasandbox.order.Progress;
import io.github.etnasandbox.order.Target;
import io.github.etnasandbox.webhook.WebhookEvent;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/**
 * Spells events as webhooks are sent them.
 *
 * <p>Source: AutoShares' page on webhooks, whose sample is of {@code order.filled}. What the other events tell it says in words:
 * their members are assumed, in the style of the sample.
 */
record EventJson(String world) {
    /** ISO 8601 in UTC with three decimals, always. */
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    /** Any event of an order but a replacement. */
    Notice order(WebhookEvent event, Order order, String symbol) {
        return notice(event, order, json -> {
            identify(json, order, symbol);
            if (event == WebhookEvent.ORDER_PARTIAL_FILL) {
                json.value("remainingQuantity", order.openQuantity());
            }
            tellFill(json, order);
            switch (event) {
                case ORDER_FILLED, ORDER_PARTIAL_FILL -> json.text("executionTime", time(order));
                case ORDER_CANCELLED, ORDER_REJECTED -> json.text("reason", reason(event, order.progress()));
                default -> {}
            }
        });
    }

    Notice replaced(Order order, OrderTerms before, String symbol) {
        return notice(WebhookEvent.ORDER_REPLACED, order, json -> {
            identify(json, order, symbol);
            tellFill(json, order);
            json.object("oldParameters", () -> parameters(json, before));
            json.object("newParameters", () -> parameters(json, order.terms()));
        });
    }

    /** @param position what the execution has made of it */
    Notice opened(Order executed, Position position, String symbol) {
        return notice(
                WebhookEvent.POSITION_OPENED,
                executed,
                json -> json.text("symbol", symbol)
                        .raw("quantity", JsonNumber.spell(position.quantity()))
                        .raw("costBasis", JsonNumber.spell(position.costBasis())));
    }

    /** @param position what the execution has made of it */
    Notice closed(Order executed, Position position, String symbol) {
        return notice(
                WebhookEvent.POSITION_CLOSED,
                executed,
                json -> json.text("symbol", symbol)
                        .raw("realizedProfitLoss", JsonNumber.spell(position.realizedProfitLoss()))
                        .value("closePrice", executed.execution().lastPrice()));
    }

    private static void identify(JsonObjectWriter json, Order order, String symbol) {
        json.value("orderId", order.id().value())
                .text("symbol", symbol)
                .value("side", order.side())
                .value("type", order.terms().type())
                .value("quantity", order.quantity())
                .value("filledQuantity", order.executedQuantity());
    }

    private static void tellFill(JsonObjectWriter json, Order order) {
        json.value("averagePrice", order.execution().averagePrice()).value("status", order.status());
    }

    private static void parameters(JsonObjectWriter json, OrderTerms terms) {
        json.value("type", terms.type())
                .value("quantity", terms.quantity())
                .value("price", terms.price())
                .value("stopPrice", terms.stopPrice())
                .value("timeInForce", terms.timeInForce());
    }

    private static String reason(WebhookEvent event, Progress progress) {
        if (progress.description() != null) {
            return progress.description();
        }
        boolean asked = event == WebhookEvent.ORDER_CANCELLED && progress.target() == Target.CANCEL;
        return asked && progress.requestedBy() != null ? "Requested by user " + progress.requestedBy() : "By the venue";
    }

    /** What fills the members of {@code data}. */
    private interface Data {
        void write(JsonObjectWriter json);
    }

    /** The id of an event is made of what it is about, so that it is the same whenever that happens again. */
    private Notice notice(WebhookEvent event, Order order, Data data) {
        String id = "evt_" + world + "_" + order.progress().stateId() + "_"
                + event.word().replace('.', '_');
        String body = JsonObjectWriter.spell(json -> json.text("id", id)
                .text("type", event.word())
                .text("timestamp", time(order))
                .value("accountId", order.accountId().value())
                .object("data", () -> data.write(json)));
        return new Notice(id, event, at(order), body);
    }

    private static Instant at(Order order) {
        return order.progress().transactionDate();
    }

    private static String time(Order order) {
        return MILLIS.format(at(order));
    }
}
