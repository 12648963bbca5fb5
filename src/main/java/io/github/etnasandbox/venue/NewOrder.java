package io.github.etnasandbox.venue;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.json.JsonDate;
import io.github.etnasandbox.json.JsonNumber;
import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.json.JsonText;
import io.github.etnasandbox.json.KeptFields;
import io.github.etnasandbox.json.Word;
import io.github.etnasandbox.order.Execution;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.OrderParameters;
import io.github.etnasandbox.order.OrderTerms;
import io.github.etnasandbox.order.Progress;
import io.github.etnasandbox.order.Request;
import io.github.etnasandbox.order.TimeInForce;
import io.github.etnasandbox.order.TrailingAmountType;
import io.github.etnasandbox.security.Security;
import io.github.etnasandbox.security.TradingCalendar;
import io.github.etnasandbox.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pcollections.ConsPStack;

/**
 * Makes an order of what was asked for, with the documented values for what was not.
 *
 * <p>Source: the answer on the guide page Place Order, the order 80328.
 */
final class NewOrder {
    /** Client ids that the sandbox makes are as long as the documented ones, and in the order of the orders. */
    private static final int FIRST_CLIENT_ID = 1_000_000_000;

    /** .NET counts ticks of 100 ns from the first instant of its calendar. */
    private static final long TICKS_A_SECOND = 10_000_000;

    private final Ticket ticket;
    private final OrderParameters asked;

    NewOrder(Ticket ticket) {
        this.ticket = ticket;
        this.asked = ticket.asked();
    }

    Order register(OrderId id, AccountId account, UserId owner, OrderId parent, List<OrderId> legs, Request request) {
        String clientId = asked.clientId();
        return new Order(
                id,
                account,
                owner,
                clientId == null || clientId.isEmpty() ? clientId(id.value()) : clientId,
                terms(parent),
                Execution.NONE,
                Progress.placed(request),
                legs,
                ConsPStack.empty(),
                null,
                fields(id, request.at()));
    }

    static String clientId(int id) {
        return Long.toString(FIRST_CLIENT_ID + (long) id);
    }

    /** A group trades nothing itself, so it has no security, no quantity and no price. */
    private OrderTerms terms(OrderId parent) {
        boolean group = ticket.type().isConditional();
        return new OrderTerms(
                ticket.security().map(security -> security.id().value()).orElse(0),
                ticket.security().map(Security::symbol).orElse(asked.symbol()),
                ticket.side(),
                ticket.type(),
                ticket.type(),
                ticket.timeInForce(),
                group ? 0 : ticket.quantity(),
                group ? 0 : ticket.price(),
                group ? 0 : ticket.stopPrice(),
                ticket.placed(),
                expireDate(ticket),
                parent.value());
    }

    /** When an order's time in force is over: a day order's with its trading day, unless it was given a date. */
    static Instant expireDate(Ticket ticket) {
        Instant given = ticket.asked().expireDate();
        TimeInForce timeInForce = ticket.timeInForce();
        if (timeInForce == TimeInForce.GOOD_TILL_CANCEL || timeInForce == TimeInForce.GOOD_TILL_CANCEL_PLUS) {
            return Order.UNSET;
        }
        if (timeInForce == TimeInForce.GOOD_TILL_DATE
                || timeInForce == TimeInForce.GOOD_TILL_TIME
                || timeInForce == TimeInForce.GOOD_TILL_DATE_PLUS) {
            return Objects.requireNonNullElse(given, Order.UNSET);
        }
        Instant close = TradingCalendar.dayOrderExpiry(ticket.placed());
        return close.isAfter(ClockAdvance.LAST) ? ClockAdvance.LAST : close;
    }

    private KeptFields fields(OrderId id, Instant at) {
        Fields fields = new Fields()
                .add("SettDate", JsonText.quote(JsonDate.spell(Order.UNSET)))
                .addText("Comment", asked.comment())
                .add("ExecInst", Objects.requireNonNullElse(asked.execInst(), "0"))
                .addText("Exchange", asked.exchange())
                .add("TrailingStopAmountType", amountType(asked.trailingStopAmountType()))
                .add("TrailingStopAmount", amount(asked.trailingStopAmount()))
                .add("TrailingLimitAmountType", amountType(asked.trailingLimitAmountType()))
                .add("TrailingLimitAmount", amount(asked.trailingLimitAmount()))
                .addText(
                        "ExtendedHours",
                        asked.extendedHours() == null
                                ? null
                                : asked.extendedHours().word())
                .add("IsExternal", "false")
                .add("ExecutionInstructions", instructions(asked, id, at))
                .addText("Token", asked.token());
        Integer bypassed = asked.validationsToBypass();
        return fields.add("ValidationsToBypass", Integer.toString(bypassed == null ? 0 : bypassed))
                .add("ParentRequestId", "0")
                .add("SettlementDate", JsonText.quote(JsonDate.spell(Order.UNSET)))
                .toKept();
    }

    /** The client's own, behind the two that the order management system gives every order. */
    private static String instructions(OrderParameters asked, OrderId id, Instant at) {
        long ticks = (at.getEpochSecond() - Order.UNSET.getEpochSecond()) * TICKS_A_SECOND + at.getNano() / 100;
        StringBuilder text = new StringBuilder();
        JsonObjectWriter json = new JsonObjectWriter(text)
                .begin()
                .text("CorrelationId", "0".repeat(22) + clientId(id.value()))
                .text("CreateOrderRequestTimeUnix", Long.toString(ticks));
        Map<String, String> own = asked.executionInstructions();
        if (own != null) {
            own.forEach((name, value) -> {
                if (!name.equals("CorrelationId") && !name.equals("CreateOrderRequestTimeUnix")) {
                    json.text(name, value);
                }
            });
        }
        json.end();
        return text.toString();
    }

    static String amountType(@Nullable TrailingAmountType type) {
        return JsonText.quote(word(type == null ? TrailingAmountType.ABSOLUTE : type));
    }

    static String amount(@Nullable Double amount) {
        return JsonNumber.spell(amount == null ? 0 : amount);
    }

    private static String word(Word word) {
        return word.word();
    }

    /** Kept fields while they are put together. */
    static final class Fields {
        private final List<String> namesAndValues = new ArrayList<>();

        Fields add(String name, String json) {
            namesAndValues.add(name);
            namesAndValues.add(json);
            return this;
        }

        Fields addText(String name, @Nullable String text) {
            return text == null ? this : add(name, JsonText.quote(text));
        }

        KeptFields toKept() {
            return KeptFields.of(namesAndValues);
        }
    }
}
