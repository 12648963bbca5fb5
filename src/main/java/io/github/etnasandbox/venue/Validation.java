package io.github.etnasandbox.venue;

import io.github.etnasandbox.order.OrderType;
import io.github.etnasandbox.venue.Validator.Objection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Has all validators look at an order, and at its legs. A group's root is checked for what concerns the account only, since
 * it is never executed; a combination's legs for their securities only, since they have no prices of their own.
 */
final class Validation {
    private static final Set<OrderType> TRAILING = EnumSet.of(OrderType.TRAILING_STOP, OrderType.TRAILING_STOP_LIMIT);
    private static final Set<Validator> OF_ROOT = EnumSet.of(
            Validator.USER_DISABLED,
            Validator.ACCOUNT_DISABLED,
            Validator.ACCOUNT_IS_NOT_APPROVED,
            Validator.ACCOUNT_DOES_NOT_BELONG_TO_USER,
            Validator.TRADING_DENIED_FOR_ACCOUNT,
            Validator.DAY_TRADING_BUYING_POWER_EXCEEDED,
            Validator.INITIAL_MARGIN);
    private static final Set<Validator> OF_COMBINATION = EnumSet.complementOf(EnumSet.of(
            Validator.SECURITY_UNDEFINED, Validator.TRADING_DENIED_FOR_SECURITY, Validator.QUOTE_PRICE_IS_INVALID));
    private static final Set<Validator> OF_PART = EnumSet.of(
            Validator.SECURITY_UNDEFINED,
            Validator.TRADING_DENIED_FOR_SECURITY,
            Validator.INCORRECT_ORDER_QUANTITY,
            Validator.QUOTE_PRICE_IS_INVALID);

    private Validation() {}

    /** Finds the first objection to an order as a whole. */
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
                .filter(validator -> validator.objectsTo(ticket))
                .findFirst()
                .map(validator -> new Objection(validator.code(), validator.text()));
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
}
