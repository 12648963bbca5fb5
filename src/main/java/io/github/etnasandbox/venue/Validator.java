package io.github.etnasandbox.venue;

import static io.github.etnasandbox.order.OrderType.LIMIT;
import static io.github.etnasandbox.order.OrderType.STOP;
import static io.github.etnasandbox.order.OrderType.STOP_LIMIT;

import io.github.etnasandbox.account.AccessType;
import io.github.etnasandbox.account.MarginType;
import io.github.etnasandbox.json.Word;
import io.github.etnasandbox.order.OptionalValidator;
import io.github.etnasandbox.order.OrderType;
import io.github.etnasandbox.order.Side;
import io.github.etnasandbox.order.TimeInForce;
import io.github.etnasandbox.venue.OrderProperty.ExecInsts;
import io.github.etnasandbox.venue.OrderProperty.ExtendedHours;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What an order is checked for before it goes to the venue, in this order; the first that objects gives its code.
 *
 * <p>Source: knowledge base, Faulty Orders and Exploring Various Validators (codes and texts). Where they leave the limit
 * open, a constant says what is assumed.
 */
public enum Validator {
    USER_DISABLED("User is disabled.", ticket -> !ticket.user().enabled()),
    ACCOUNT_DISABLED("Account is disabled.", ticket -> !ticket.account().enabled()),
    /** The account's {@code Status} in the fixture is another than {@code Approved}. */
    ACCOUNT_IS_NOT_APPROVED("Account is not approved for trading. Please contact our support team.", ticket -> {
        String status = ticket.account().kept().get("Status");
        return status != null && !status.equals("\"Approved\"");
    }),
    ACCOUNT_DOES_NOT_BELONG_TO_USER(
            "Account does not belong to user.",
            ticket -> !ticket.user().administrator()
                    && ticket.account().accessOf(ticket.user().id()).isEmpty()),
    TRADING_DENIED_FOR_ACCOUNT(
            "Trading is denied for the account.",
            ticket -> ticket.account().accessOf(ticket.user().id()).equals(Optional.of(AccessType.READ_ONLY))),
    SECURITY_UNDEFINED("Security is not defined.", ticket -> ticket.security().isEmpty()),
    TRADING_DENIED_FOR_SECURITY(
            "Trading is denied for the security.",
            ticket -> ticket.security().isPresent() && !ticket.security().get().tradable()),
    INCORRECT_ORDER_QUANTITY(
            "Order quantity is incorrect.", ticket -> ticket.quantity() < 1 || ticket.quantity() > 10_000_000),
    AON_ORDER_QUANTITY(
            "All-or-none orders must have a quantity of 2 or more.",
            ticket -> ticket.isCheckedFor(OptionalValidator.AON_ORDER_QUANTITY)
                    && ticket.quantity() < 2
                    && ticket.asked()
                            .get(OrderProperty.EXEC_INST, ExecInsts.NONE)
                            .allOrNone()),
    /** A cash account sells short: assumed. */
    UNSUPPORTED_ORDER_SIDE(
            "Order side is not supported.",
            ticket -> ticket.side() == Side.SELL_SHORT && ticket.account().marginType() == MarginType.CASH),
    ORDER_PRICE_IS_INVALID("Order price is invalid.", ticket -> ticket.price() < 0 || ticket.stopPrice() < 0),
    LIMIT_PRICE_UNDEFINED(
            "Limit price is not defined.",
            ticket -> Set.of(LIMIT, STOP_LIMIT).contains(ticket.type()) && ticket.price() == 0),
    STOP_PRICE_UNDEFINED("Stop price is not defined.", ticket -> isStop(ticket) && ticket.stopPrice() == 0),
    /** A price has more than 4 decimals: assumed. */
    PRICE_PRECISION_IS_OUT_OF_RANGE(
            "Price precision is out of range.",
            ticket -> decimals(ticket.price()) > 4 || decimals(ticket.stopPrice()) > 4),
    QUOTE_PRICE_IS_INVALID(
            "Quote price is invalid.",
            ticket -> ticket.security().isPresent() && ticket.quote().isEmpty()),
    BUY_STOP_ORDER_STOP_PRICE_LESS_ASK(
            "Stop price of a buy stop order must not be less than the ask price.",
            ticket -> isStop(ticket)
                    && ticket.side().isBuy()
                    && ticket.quote().isPresent()
                    && ticket.stopPrice() < ticket.quote().get().ask()),
    SELL_STOP_ORDER_STOP_PRICE_GREATER_BID(
            "Stop price of a sell stop order must not be greater than the bid price.",
            ticket -> isStop(ticket)
                    && !ticket.side().isBuy()
                    && ticket.quote().isPresent()
                    && ticket.stopPrice() > ticket.quote().get().bid()),
    /** An order until a date has none, or one that is past. */
    INVALID_ORDER_EXPIRATION(
            "Order expiration is invalid.",
            ticket -> hasDate(ticket.timeInForce())
                    && !ticket.asked()
                            .get(OrderProperty.EXPIRE_DATE, Instant.MIN)
                            .isAfter(ticket.now())),
    /** What is executed at once or not at all waits for a stop: assumed. */
    INCORRECT_TIME_IN_FORCE(
            "Time in force is incorrect.",
            ticket -> isStop(ticket)
                    && Set.of(TimeInForce.IMMEDIATE_OR_CANCEL, TimeInForce.FILL_OR_KILL)
                            .contains(ticket.timeInForce())),
    SHORT_ORDER_IS_GTC(
            "Short orders must not be good till canceled.",
            ticket -> ticket.side() == Side.SELL_SHORT && ticket.timeInForce() == TimeInForce.GOOD_TILL_CANCEL),
    MARKET_ORDER_IS_GTC(
            "Market orders must not be good till canceled.",
            ticket -> ticket.isCheckedFor(OptionalValidator.MARKET_ORDER_IS_GTC)
                    && ticket.type() == OrderType.MARKET
                    && ticket.timeInForce() == TimeInForce.GOOD_TILL_CANCEL),
    EXTENDED_HOURS_ONLY_LIMIT_ORDERS(
            "Only limit orders are allowed in extended hours.",
            ticket -> ticket.isCheckedFor(OptionalValidator.EXTENDED_HOURS_ONLY_LIMIT_ORDERS)
                    && ticket.asked().get(OrderProperty.EXTENDED_HOURS, ExtendedHours.REG) != ExtendedHours.REG
                    && ticket.type() != LIMIT),
    DAY_TRADING_BUYING_POWER_EXCEEDED(
            "Day trading buying power is exceeded.",
            ticket -> ticket.account().marginType() == MarginType.DAY_TRADER && ticket.exceedsBuyingPower()),
    INITIAL_MARGIN(
            "Initial margin is exceeded.",
            ticket -> ticket.account().marginType() != MarginType.DAY_TRADER && ticket.exceedsBuyingPower());

    private static final Set<OrderType> TRAILING = EnumSet.of(OrderType.TRAILING_STOP, OrderType.TRAILING_STOP_LIMIT);
    private static final Set<Validator> OF_ROOT = EnumSet.of(
            USER_DISABLED,
            ACCOUNT_DISABLED,
            ACCOUNT_IS_NOT_APPROVED,
            ACCOUNT_DOES_NOT_BELONG_TO_USER,
            TRADING_DENIED_FOR_ACCOUNT,
            DAY_TRADING_BUYING_POWER_EXCEEDED,
            INITIAL_MARGIN);
    private static final Set<Validator> OF_COMBINATION =
            EnumSet.complementOf(EnumSet.of(SECURITY_UNDEFINED, TRADING_DENIED_FOR_SECURITY, QUOTE_PRICE_IS_INVALID));
    private static final Set<Validator> OF_PART = EnumSet.of(
            SECURITY_UNDEFINED, TRADING_DENIED_FOR_SECURITY, INCORRECT_ORDER_QUANTITY, QUOTE_PRICE_IS_INVALID);

    private final String code = Word.camelCase(name());
    private final String text;

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final Predicate<Ticket> objects;

    /** Why an order is rejected before the venue sees it; the text says the code in words. */
    public record Objection(String code, String text) {}

    Validator(String text, Predicate<Ticket> objects) {
        this.text = text;
        this.objects = objects;
    }

    /** This objection. */
    public Objection objection() {
        return new Objection(code, text);
    }

    /** Returns what the order's {@code Description} or a preview's {@code ErrorDescription} says. */
    public String code() {
        return code;
    }

    /**
     * Finds the first objection to an order as a whole. A group's root is checked for what concerns the account only, since
     * it is never executed; a combination's legs for their securities only, since they have no prices of their own.
     */
    static Optional<Objection> objection(Ticket ticket) {
        boolean conditional = ticket.type().isConditional();
        if (ticket.legs().isEmpty() && !conditional) {
            return first(EnumSet.allOf(Validator.class), ticket);
        }
        if (ticket.legs().stream().anyMatch(leg -> !leg.legs().isEmpty())) {
            return Optional.of(new Objection("OmsInternalError", "A leg has no legs of its own."));
        }
        return first(conditional ? OF_ROOT : OF_COMBINATION, ticket)
                .or(() -> conditional ? ofGroup(ticket) : Optional.empty())
                .or(() -> ticket.legs().stream()
                        .flatMap(leg -> first(conditional ? EnumSet.allOf(Validator.class) : OF_PART, leg).stream())
                        .findFirst());
    }

    private static Optional<Objection> first(Set<Validator> validators, Ticket ticket) {
        return validators.stream()
                .filter(validator -> validator.objects.test(ticket))
                .findFirst()
                .map(Validator::objection);
    }

    /** Finds what is wrong with how a group is made up. The code for a wrong number of legs is assumed. */
    private static Optional<Objection> ofGroup(Ticket ticket) {
        List<OrderType> types = ticket.legs().stream().map(Ticket::type).toList();
        OrderType group = ticket.type();
        int size = group == OrderType.ONE_TRIGGER_ONE_CANCEL_OTHER ? 3 : 2;
        if (types.size() != size || types.stream().anyMatch(OrderType::isConditional)) {
            return Optional.of(new Objection("OmsInternalError", "A " + group.word() + " has " + size + " legs."));
        }
        if (group != OrderType.ONE_CANCEL_OTHER && types.get(0) == OrderType.MARKET) {
            return Optional.of(new Objection(
                    "OtoFirstLesIsMarketNotAllowed",
                    "The first leg of a triggering group must not be a market order."));
        }
        List<OrderType> pair = group == OrderType.ONE_TRIGGER_OTHER ? List.of() : types.subList(size - 2, size);
        if (pair.stream().filter(type -> type == OrderType.MARKET).count() == 2) {
            return Optional.of(new Objection(
                    "OtoOcoMarketNotAllowed", "The legs that cancel each other must not both be market orders."));
        }
        if (size == 3 && pair.stream().anyMatch(TRAILING::contains)) {
            return Optional.of(new Objection(
                    "OtoOcoTrailingNotAllowed", "The legs that are triggered must not be trailing orders."));
        }
        return Optional.empty();
    }

    private static boolean isStop(Ticket ticket) {
        return Set.of(STOP, STOP_LIMIT).contains(ticket.type());
    }

    private static boolean hasDate(TimeInForce timeInForce) {
        return Set.of(TimeInForce.GOOD_TILL_DATE, TimeInForce.GOOD_TILL_TIME, TimeInForce.GOOD_TILL_DATE_PLUS)
                .contains(timeInForce);
    }

    private static int decimals(double price) {
        return BigDecimal.valueOf(price).stripTrailingZeros().scale();
    }
}
