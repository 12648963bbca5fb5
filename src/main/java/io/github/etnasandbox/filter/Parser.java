package io.github.etnasandbox.filter;

import io.github.etnasandbox.json.JsonDate;
import io.github.etnasandbox.json.NearMiss;
import io.github.etnasandbox.order.OrderStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a filter, one condition after the other:
 *
 * <pre>
 * filter    = condition { "and" condition }
 * condition = "CreateDate" ( "&gt;" | "&gt;=" | "&lt;" | "&lt;=" ) date
 *           | "CreateDate" "between" date "and" date
 *           | "SecurityId" "=" number
 *           | "Status" "in" "(" number { "," number } ")"
 * date      = "#2019-03-13T18:31:42#", in UTC
 * </pre>
 */
final class Parser {
    private static final String CREATE_DATE = "CreateDate";
    private static final String SECURITY_ID = "SecurityId";
    private static final String STATUS = "Status";
    private static final List<String> NAMES = List.of(CREATE_DATE, SECURITY_ID, STATUS);

    private final Tokens tokens;

    Parser(String filter) {
        this.tokens = new Tokens(filter);
    }

    OrderFilter filter() {
        List<OrderFilter> conditions = new ArrayList<>();
        do {
            conditions.add(condition());
        } while (tokens.takeIf("and"));
        if (tokens.peek().kind() != Token.Kind.END) {
            throw tokens.peek().insteadOf("'and' or the end");
        }
        return new OrderFilter.And(conditions);
    }

    private OrderFilter condition() {
        Token name = tokens.take();
        if (name.is(CREATE_DATE)) {
            return createDate();
        }
        if (name.is(SECURITY_ID)) {
            tokens.require("=");
            return new OrderFilter.OfSecurity(number());
        }
        if (name.is(STATUS)) {
            tokens.require("in");
            return new OrderFilter.InStatus(statuses());
        }
        throw name.insteadOf(String.join(", ", NAMES)
                + NearMiss.of(name.text(), NAMES)
                        .map(meant -> "; did you mean " + meant + "?")
                        .orElse(""));
    }

    private OrderFilter createDate() {
        Token comparison = tokens.take();
        if (comparison.is("between")) {
            OrderFilter from = new OrderFilter.CreatedAfter(date(), true);
            tokens.require("and");
            return new OrderFilter.And(List.of(from, new OrderFilter.CreatedBefore(date(), true)));
        }
        return switch (comparison.text()) {
            case ">" -> new OrderFilter.CreatedAfter(date(), false);
            case ">=" -> new OrderFilter.CreatedAfter(date(), true);
            case "<" -> new OrderFilter.CreatedBefore(date(), false);
            case "<=" -> new OrderFilter.CreatedBefore(date(), true);
            default -> throw comparison.insteadOf("'>', '>=', '<', '<=' or 'between'");
        };
    }

    /** Codes that no status has are taken, as in the documented examples, and match nothing. */
    private Set<OrderStatus> statuses() {
        Set<Integer> codes = new HashSet<>();
        tokens.require("(");
        do {
            codes.add(number());
        } while (tokens.takeIf(","));
        if (!tokens.takeIf(")")) {
            throw tokens.peek().insteadOf("',' or ')'");
        }
        Set<OrderStatus> statuses = EnumSet.noneOf(OrderStatus.class);
        for (OrderStatus status : OrderStatus.values()) {
            if (codes.contains(status.code())) {
                statuses.add(status);
            }
        }
        return statuses;
    }

    private int number() {
        Token token = tokens.take();
        if (token.kind() == Token.Kind.NUMBER) {
            try {
                return Integer.parseInt(token.text());
            } catch (NumberFormatException outOfRange) {
                throw token.insteadOf("an int32 (-2147483648 to 2147483647)");
            }
        }
        throw token.insteadOf("a number");
    }

    private Instant date() {
        Token token = tokens.take();
        Instant date = null;
        if (token.kind() == Token.Kind.DATE) {
            date = JsonDate.parse(token.text().endsWith("Z") ? token.text() : token.text() + "Z");
        }
        if (date == null) {
            throw token.insteadOf("a date in UTC such as #2019-03-13T18:31:42#");
        }
        return date;
    }
}
